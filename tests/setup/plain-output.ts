// Programs that tests start print plain text, also where `CI` is set, which some take as a wish for colours.
delete process.env['FORCE_COLOR'];
process.env['NO_COLOR'] = '1';
