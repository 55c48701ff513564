using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Noroshi.Capacity.Iati.Checking;
using Noroshi.Shell;
using Noroshi.Storage;

namespace Noroshi.Capacity.Iati.Features;

/// <summary><c>noroshi capacity validate FILE</c>: is it IATI 2.03?</summary>
internal static class ValidateVerb
{
    private const int Invalid = 1;

    internal static Command Create(CommandHost host)
    {
        var file = new Argument<string>("FILE") { Description = "A file of IATI activities or organisations; - reads standard input." };
        var schema = new Option<string?>("--schema") { Description = "Folder with the published schemas; judges by them as well.", HelpName = "FOLDER" };
        var json = new Option<bool>("--json") { Description = "Write the result as one JSON object." };
        var verb = new Command("validate", "Judges a file by IATI 2.03: structure, values, rules. Reads files of any size.") { file, schema, json };
        verb.SetAction(async (asked, cancel) =>
        {
            var xsd = asked.GetValue(schema) is { } folder ? XsdCheck.Load(folder) : null;
            var answer = Judge(asked.GetRequiredValue(file), xsd, cancel);
            if (asked.GetValue(json)) await host.Out.WriteLineAsync(JsonSerializer.Serialize(answer, ReadableJson.Options).AsMemory(), cancel);
            else await host.Out.WriteLineAsync(Write(answer).AsMemory(), cancel);
            return !answer.Read ? RefusalException.Input : answer.Valid ? 0 : Invalid;
        });
        return verb;
    }

    private static ValidateAnswer Judge(string path, XsdCheck? xsd, CancellationToken cancel)
    {
        // Whoever judges a file looks at the day it is judged on.
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        try
        {
            using var input = IatiFile.Open(path, again: xsd is not null);
            var verdict = IatiValidator.Run(input, today, cancel);
            if (xsd is null || !verdict.WasRead) return ValidateAnswer.Of(verdict, null);
            input.Position = 0;
            return ValidateAnswer.Of(verdict, xsd.Run(input, verdict.AreOrganisations, cancel));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new RefusalException($"{path} cannot be read: {failure.Message}", RefusalException.Input);
        }
    }

    private static string Write(ValidateAnswer answer)
    {
        var text = new StringBuilder();
        foreach (var error in answer.Errors) text.AppendLine(CultureInfo.InvariantCulture, $"error   line {error.Line} {error.Path} [{error.Rule}] {error.Message}");
        if (answer.MoreErrors > 0) text.AppendLine(CultureInfo.InvariantCulture, $"error   and {answer.MoreErrors} more");
        foreach (var warning in answer.Warnings) text.AppendLine(CultureInfo.InvariantCulture, $"warning line {warning.Line} {warning.Path} [{warning.Rule}] {warning.Message}");
        if (answer.MoreWarnings > 0) text.AppendLine(CultureInfo.InvariantCulture, $"warning and {answer.MoreWarnings} more");
        return text.Append(CultureInfo.InvariantCulture, $"{(answer.Valid ? "Valid" : answer.Read ? "Not valid" : "Not to be read")}: {answer.Records} records, {answer.Errors.Count + answer.MoreErrors} errors, {answer.Warnings.Count + answer.MoreWarnings} warnings.").ToString();
    }
}
