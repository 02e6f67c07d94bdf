import { CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import { FoundationModel, FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

export class SupportStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const supportModel = new CfnParameter(this, 'SupportModelId', {
      description: 'The model that answers customers',
      default: 'anthropic.claude-3-sonnet-20240229-v1:0',
    });

    const handler = new LambdaFunction(this, 'Reply', {
      runtime: Runtime.NODEJS_22_X,
      handler: 'stream-reply.handler',
      code: Code.fromAsset('dist'),
      timeout: Duration.minutes(2),
      environment: {
        SUPPORT_MODEL_ID: supportModel.valueAsString,
        CLASSIFIER_MODEL_ID: 'anthropic.claude-3-haiku-20240307-v1:0',
      },
    });

    const classifier = FoundationModel.fromFoundationModelId(
      this,
      'Classifier',
      FoundationModelIdentifier.ANTHROPIC_CLAUDE_3_HAIKU_20240307_V1_0,
    );

    handler.addToRolePolicy(
      new PolicyStatement({
        actions: ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'],
        resources: [
          classifier.modelArn,
          'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-sonnet-20240229-v1:0',
        ],
      }),
    );
  }
}
