using System.CommandLine;
using System.Text.Json;

namespace Noroshi.Shell.ReferenceData;

/// <summary><c>noroshi data check</c>: is the reviewed reference data in order?</summary>
internal static class DataCommand
{
    private const int Unclean = 1;

    /// <summary>The verb <c>data</c> with what is below it.</summary>
    internal static Command Create(CommandHost host, IReadOnlyList<NoroshiModule> modules)
    {
        ArgumentNullException.ThrowIfNull(host);
        IReadOnlyList<RoomRules> roomRules = [.. modules.Select(module => (RoomRules)module.CheckData)];
        var folder = new Option<string>("--data")
        {
            Description = "Folder of the reference data.",
            HelpName = "DIR",
            DefaultValueFactory = _ => host.ReferenceData,
        };
        var json = new Option<bool>("--json") { Description = "Write the findings as one JSON list." };
        var check = new Command("check", "Check the reference data against its schemas and itself.") { folder, json };
        check.SetAction((asked, cancel) => CheckAsync(host, roomRules, Path.GetFullPath(asked.GetRequiredValue(folder)), asked.GetValue(json), cancel));
        return new Command("data", "The reviewed reference data: states, memberships, holidays, law.") { check };
    }

    private static async Task<int> CheckAsync(CommandHost host, IReadOnlyList<RoomRules> roomRules, string folder, bool json, CancellationToken cancel)
    {
        var check = DataCheck.Run(folder, roomRules);
        Finding[] findings = [.. check.Findings, .. InvalidCases.Check(folder, check, roomRules)];
        if (json)
        {
            await host.Out.WriteLineAsync(JsonSerializer.Serialize(findings, ReadableJson.Options).AsMemory(), cancel);
        }
        else
        {
            foreach (var finding in findings)
            {
                await host.Out.WriteLineAsync($"{Place(finding)}: {finding.What} {finding.Todo} [{finding.Reason}]".AsMemory(), cancel);
            }

            var files = check.Tables.Values.Sum(table => table.Count);
            var rows = check.Tables.Values.Sum(table => table.Sum(file => file.Rows.Count));
            await host.Out.WriteLineAsync($"{files} files, {rows} facts, {InvalidCases.In(folder).Count()} known-bad examples: {(findings.Length == 0 ? "clean." : $"{findings.Length} findings.")}".AsMemory(), cancel);
        }

        return findings.Length == 0 ? 0 : Unclean;
    }

    private static string Place(Finding finding) =>
        finding.Row == 0 ? finding.File : finding.Column.Length == 0 ? $"{finding.File}, row {finding.Row}" : $"{finding.File}, row {finding.Row}, column {finding.Column}";
}
