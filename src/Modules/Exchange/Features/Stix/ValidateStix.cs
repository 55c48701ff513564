using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Noroshi.Shell;
using Noroshi.Stix;

namespace Noroshi.Exchange.Features;

/// <summary><c>stix validate</c>: objects and bundles against what the specification says MUST and SHOULD be.</summary>
internal static class ValidateStix
{
    /// <summary>A finding as it is written.</summary>
    /// <remarks><c>File</c> stands only where several were given, <c>Document</c> (from 0) only behind the first JSON text of a file.</remarks>
    internal sealed record Written(string Pointer, string Rule, string Message, string? File, int? Document);

    internal static Command Create(CommandHost host)
    {
        var files = StixCommand.FilesArgument("Bundles, objects, or objects one per line");
        var strict = new Option<bool>("--strict") { Description = "Count as invalid also what the specification only advises against." };
        var json = StixCommand.JsonOption();
        var verb = new Command("validate", "Check objects and bundles: what MUST be as errors, what SHOULD be as warnings, each with where, what was found and what to do.") { files, strict, json };
        verb.SetAction((asked, cancel) => Task.FromResult(Run(host, asked.GetRequiredValue(files), asked.GetValue(strict), asked.GetValue(json), cancel)));
        return verb;
    }

    private static int Run(CommandHost host, string[] files, bool strict, bool json, CancellationToken cancel)
    {
        List<Written> errors = [];
        List<Written> warnings = [];
        var (valid, objects, errorCount, warningCount) = (true, 0L, 0L, 0L);
        foreach (var file in files)
        {
            cancel.ThrowIfCancellationRequested();
            var report = Read(file);
            valid &= strict ? report.IsStrictlyValid : report.IsValid;
            (objects, errorCount, warningCount) = (objects + report.Objects, errorCount + report.ErrorCount, warningCount + report.WarningCount);
            errors.AddRange(report.Errors.Select(finding => Write(finding, files.Length > 1 ? file : null)));
            warnings.AddRange(report.Warnings.Select(finding => Write(finding, files.Length > 1 ? file : null)));
        }

        if (json)
        {
            host.Out.WriteLine(JsonSerializer.Serialize(new { valid, objects, errors, warnings }, StixFiles.Json));
        }
        else
        {
            foreach (var finding in errors) host.Out.WriteLine(Line("error", finding));
            foreach (var finding in warnings) host.Out.WriteLine(Line("warning", finding));
            host.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(valid ? "valid" : "not valid")}: {objects:N0} objects, {errorCount:N0} errors, {warningCount:N0} warnings"));
        }

        if (errorCount > errors.Count || warningCount > warnings.Count)
            host.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"There are {errorCount:N0} errors and {warningCount:N0} warnings; of each the first {StixReport.Kept:N0} of a file are listed."));
        return valid ? 0 : 1;
    }

    private static StixReport Read(string file)
    {
        using var stream = StixFiles.Open(file);
        try
        {
            return StixValidator.Validate(stream);
        }
        catch (InvalidDataException problem)
        {
            throw new Storage.RefusalException($"{file} is not gzip throughout: {problem.Message}", Storage.RefusalException.Input, problem);
        }
    }

    private static Written Write(StixFinding finding, string? file) => new(finding.Pointer, finding.Rule, finding.Message, file, finding.Document == 0 ? null : finding.Document);

    private static string Line(string kind, Written finding) =>
        $"{kind}: {(finding.File is null ? "" : finding.File + " ")}{(finding.Document is null ? "" : $"({finding.Document}) ")}{(finding.Pointer.Length == 0 ? "/" : finding.Pointer)}: {finding.Message} [{finding.Rule}]";
}
