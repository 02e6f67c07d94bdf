variable "summary_model_id" {
  description = "The model that summarizes ticket threads"
  type        = string
  default     = "us.anthropic.claude-3-5-sonnet-20241022-v2:0"
}
