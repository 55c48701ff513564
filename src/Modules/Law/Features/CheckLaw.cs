using System.CommandLine;
using System.Text.Json;
using Noroshi.Kernel;
using Noroshi.Law.Reading;
using Noroshi.Shell;
using Noroshi.Shell.ReferenceData;

namespace Noroshi.Law.Features;

/// <summary><c>law check</c>: the reviewed law against itself, and the doubts that its sources leave.</summary>
internal static class CheckLaw
{
    /// <summary>A row whose sources contradict each other; shown, never smoothed over.</summary>
    internal sealed record Doubt(string File, int Row, string Instrument, string State, string What, string Source);

    private static readonly string[] _dated = ["law-treaties", "law-reservations", "law-authorities"];

    internal static Command Create(CommandHost host)
    {
        var json = LawVerb.JsonOption();
        var verb = new Command("check", "Check the reviewed law: every entry into force recomputed, every name known; list the doubts its sources leave.") { json };
        verb.SetAction(async (asked, cancel) =>
        {
            var tables = ReferenceTables.Read(host.ReferenceData);
            var book = LawBookReader.Take(tables);
            Finding[] findings = [.. LawCheck.Findings(tables, book)];
            var doubts = Doubts(tables).ToList();
            var pairs = EntryIntoForceCheck.Pairs(book).Count();
            if (asked.GetValue(json))
            {
                await host.Out.WriteLineAsync(JsonSerializer.Serialize(new { events = book.Events.Count, rules = book.Rules.Count, pairs, findings, doubts }, ReadableJson.Options).AsMemory(), cancel);
                return findings.Length == 0 ? 0 : 1;
            }

            foreach (var finding in findings) await host.Out.WriteLineAsync($"{finding.File}, row {finding.Row}, column {finding.Column}: {finding.What} {finding.Todo} [{finding.Reason}]".AsMemory(), cancel);
            foreach (var doubt in doubts) await host.Out.WriteLineAsync($"{doubt.File}, row {doubt.Row}: in doubt: {doubt.Instrument} {doubt.State}: {doubt.What} ({doubt.Source})".AsMemory(), cancel);
            await host.Out.WriteLineAsync($"{book.Events.Count} events, {pairs} entries into force recomputed, {book.Rules.Count} rules: {(findings.Length == 0 ? "clean" : $"{findings.Length} findings")}; {doubts.Count} rows in doubt.".AsMemory(), cancel);
            return findings.Length == 0 ? 0 : 1;
        });
        return verb;
    }

    internal static IEnumerable<Doubt> Doubts(ReferenceTables tables) =>
        from table in _dated
        from row in tables.Rows(table)
        where row.Provenance.Confidence == Confidence.D
        select new Doubt(row.File, row.Line, row["instrument"], row["state"], row["note"].Length > 0 ? row["note"] : "doubtful", row["source"]);
}
