using System.CommandLine;
using System.Text.Json;
using Noroshi.Shell;
using Noroshi.Stix;

namespace Noroshi.Exchange.Features;

/// <summary><c>stix pattern</c>: whether a text is a pattern, and where it is not.</summary>
internal static class ReadPattern
{
    internal static Command Create(CommandHost host)
    {
        var text = new Argument<string>("pattern") { Description = "The pattern, for example \"[ipv4-addr:value = '198.51.100.1']\"; - reads it from standard input.", HelpName = "PATTERN" };
        var json = StixCommand.JsonOption();
        var verb = new Command("pattern", "Check the syntax of a pattern (STIX 2.1, section 9).") { text, json };
        verb.SetAction((asked, _) => Task.FromResult(Run(host, StixFiles.Pattern(asked.GetRequiredValue(text)), asked.GetValue(json))));
        return verb;
    }

    private static int Run(CommandHost host, string text, bool json)
    {
        var valid = StixPattern.TryParse(text, out _, out var error);
        // "error" is written also when there is none, so it does not go through the options that leave nulls out.
        if (json) host.Out.WriteLine(valid ? "{\n  \"valid\": true,\n  \"error\": null\n}" : JsonSerializer.Serialize(new { valid, error }, StixFiles.Json));
        else if (valid) host.Out.WriteLine("valid");
        else host.Out.WriteLine($"not valid, character {error!.Position}: {error.Message}\n{Around(text, error.Position)}");
        return valid ? 0 : 1;
    }

    // The line of the error, with a mark below the place.
    private static string Around(string text, int position)
    {
        const int Before = 60;
        var from = Math.Max(0, position - Before);
        var shown = text[from..Math.Min(text.Length, position + Before)].ReplaceLineEndings(" ");
        return $"  {shown}\n  {new string(' ', Math.Min(position - from, shown.Length))}^";
    }
}
