using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Noroshi.Node.Demo;

/// <summary>The story of the exercise, told over HTTP against a really started node; each step says what was seen and fails when it is not so.</summary>
internal sealed class DemoStory(Action<string>? told)
{
    private const string Api = "/api/v1/observatory";
    private const string Days = "from=2026-03-01&to=2026-03-15";

    private readonly List<StoryStep> steps = [];

    /// <summary>Steps so far; after a step that did not hold there is no next one.</summary>
    internal IReadOnlyList<StoryStep> Steps => steps;

    internal async Task RunAsync(string folder, string referenceData, CancellationToken cancel)
    {
        DemoNode? node = null;
        DemoPartner? partner = null;
        HotlineStory? hotline = null;
        StoryVisitor? visitor = null;
        try
        {
            var held = await StepAsync("start", async () =>
            {
                node = await DemoNode.StartAsync(DemoFolder.Prepare(folder), 0, referenceData, cancel);
                visitor = new StoryVisitor(node.Address);
                return node.Address.ToString();
            });
            held = held && await StepAsync("closed to strangers", async () => Require(await visitor!.IsClosedAsync($"{Api}/totals", cancel), "401 or a redirect", "figures", "refused"));
            held = held && await StepAsync("sign in", async () =>
            {
                await visitor!.SignInAsync("analyst", node!.Passwords["analyst"], cancel);
                return "analyst";
            });
            held = held && await StepAsync("import", async () =>
            {
                var outcome = await node!.StageAsync(_ => { }, cancel);
                Require(outcome.Added + outcome.Here > 400_000, "more than 400,000 records", $"{outcome}");
                return Require(outcome.Rejected > 0, "some rejected records", "none", $"{outcome.Added} added, {outcome.Here} here before, {outcome.Rejected} rejected");
            });
            held = held && await StepAsync("import again adds nothing", async () =>
            {
                var outcome = await node!.StageAsync(_ => { }, cancel);
                return Require(outcome.Added == 0 && outcome.Here > 400_000, "0 added", $"{outcome.Added} added, {outcome.Here} here before");
            });
            held = held && await StepAsync("upload again adds nothing", () => UploadAgainAsync(node!, visitor!, folder, cancel));
            held = held && await StepAsync("four quadrants", () => QuadrantsAsync(visitor!, cancel));
            held = held && await StepAsync("drill down to the source", () => DrillDownAsync(visitor!, cancel));
            held = held && await StepAsync("worm by its fingerprint", () => WormAsync(visitor!, cancel));
            held = held && await StepAsync("export", () => ExportAsync(visitor!, cancel));
            held = held && await StepAsync("a second node", async () =>
            {
                partner = await DemoPartner.StartAsync(folder, 0, referenceData, cancel);
                return $"{DemoPartner.State} at {partner.Address}, a process of its own";
            });
            held = held && await StepAsync("peered by fingerprints", async () =>
            {
                await DemoPeering.EnsureAsync(node!, partner!, cancel);
                hotline = await HotlineStory.BeginAsync(node!, partner!, cancel);
                return "active on both sides";
            });
            held = held && await StepAsync("who to call in PH", () => hotline!.WhoToCallAsync(cancel));
            held = held && await StepAsync("call PH", () => hotline!.CallAsync(cancel));
            held = held && await StepAsync("it rings in PH", () => hotline!.RingsAsync(cancel));
            held = held && await StepAsync("PH acknowledges", () => hotline!.AcknowledgeAsync(cancel));
            held = held && await StepAsync("PH replies", () => hotline!.ReplyAsync(cancel));
            held = held && await StepAsync("PH sends its contact points", () => hotline!.ShareAsync(cancel));
            held = held && await StepAsync("a check of a desk in PH, answered by its node", () => hotline!.CheckAsync(cancel));
            held = held && await StepAsync("both sides can prove it", () => hotline!.ProveAsync(cancel));
            held = held && await StepAsync("pages in both languages", () => PagesAsync(visitor!, cancel));
            if (node is not null)
            {
                await StepAsync("stop", async () =>
                {
                    await node.StopAsync(cancel);
                    return held ? "all held" : "stopped after the step that did not hold";
                });
            }
        }
        finally
        {
            visitor?.Dispose();
            hotline?.Dispose();
            if (partner is not null) await partner.DisposeAsync();
            if (node is not null) await node.DisposeAsync();
        }
    }

    private static async Task<string> UploadAgainAsync(DemoNode node, StoryVisitor visitor, string folder, CancellationToken cancel)
    {
        const string Name = "telescope-2026-03-01.pcap.gz";
        var token = await node.IssueUploadTokenAsync(cancel);
        var job = await visitor.UploadAsync($"{Api}/imports?sensor=telescope-1&name={Name}", Path.Combine(folder, "captures", Name), token, cancel);
        var url = job.GetProperty("url").GetString()!;
        while (job.GetProperty("state").GetString() is "queued" or "running")
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancel);
            job = await visitor.AskAsync(url, cancel);
        }

        var (state, imported, duplicates) = (job.GetProperty("state").GetString(), job.GetProperty("imported").GetInt64(), job.GetProperty("duplicates").GetInt64());
        return Require(state == "done" && imported == 0 && duplicates > 10_000, "done, 0 imported", $"{state}, {imported} imported, {duplicates} duplicates");
    }

    private static async Task<string> QuadrantsAsync(StoryVisitor visitor, CancellationToken cancel)
    {
        var said = new StringBuilder();
        foreach (var unit in (string[])["packet", "alert", "flow"])
        {
            var points = (await visitor.AskAsync($"{Api}/series?{Days}&unit={unit}&bin=1d", cancel)).GetProperty("points").EnumerateArray().ToList();
            foreach (var origin in (string[])["domestic", "foreign"])
            {
                foreach (var target in (string[])["government", "private"])
                {
                    var events = points.Where(point => point.GetProperty("origin").GetString() == origin && point.GetProperty("target").GetString() == target).Sum(point => point.GetProperty("events").GetInt64());
                    Require(events > 0, $"{unit}s {origin} × {target}", "0");
                    said.Append(CultureInfo.InvariantCulture, $"{unit} {origin}×{target} {events}; ");
                }
            }
        }

        return said.ToString();
    }

    private static async Task<string> DrillDownAsync(StoryVisitor visitor, CancellationToken cancel)
    {
        var country = await FirstAsync(visitor, "top/country?from=2026-03-11&to=2026-03-15", cancel);
        Require(country == "PH", "PH first in the last days", country);
        const string Last = "from=2026-03-11&to=2026-03-15&country=PH";
        var network = await FirstAsync(visitor, $"top/network?{Last}", cancel);
        Require(network == "64512", "AS 64512 first", network);
        var port = await FirstAsync(visitor, $"top/port?{Last}&asn=64512", cancel);
        Require(port == "23/tcp", "23/tcp first", port);
        var source = await FirstAsync(visitor, $"top/source?{Last}&asn=64512&port=23/tcp", cancel);
        Require(source.StartsWith("240.", StringComparison.Ordinal), "a reserved address", source);
        await visitor.PageAsync($"/observatory/source/{source}?{Last}&asn=64512", "ja", cancel);
        return $"{country} → AS {network} → {port} → {source}";
    }

    private static async Task<string> WormAsync(StoryVisitor visitor, CancellationToken cancel)
    {
        var rows = await RowsAsync(visitor, $"top/network?{Days}&fingerprint=mirai", cancel);
        var found = rows.Take(2).Select(row => (Asn: row.GetProperty("key").GetString(), Sources: row.GetProperty("sources").GetInt64())).ToList();
        Require(found.Count == 2 && found[0].Asn == "64512" && found[1].Asn == "64530", "AS 64512 and AS 64530", string.Join(", ", found));
        return Require(found[0].Sources is > 1_100 and < 1_300, "about 1,200 hosts", $"{found[0].Sources}", $"AS 64512 {found[0].Sources} hosts, AS 64530 {found[1].Sources} hosts");
    }

    private static async Task<string> ExportAsync(StoryVisitor visitor, CancellationToken cancel)
    {
        const string Filter = "from=2026-03-13&to=2026-03-14&fingerprint=mirai";
        var csv = Encoding.UTF8.GetString(await visitor.DownloadAsync($"{Api}/export?{Filter}&format=csv", cancel)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Require(csv.Length > 1_000, "more than 1,000 rows", $"{csv.Length}");
        var parquet = await visitor.DownloadAsync($"{Api}/export?{Filter}&format=parquet", cancel);
        Require(parquet.Length > 1_000 && parquet.AsSpan(0, 4).SequenceEqual("PAR1"u8) && parquet.AsSpan(parquet.Length - 4).SequenceEqual("PAR1"u8), "a Parquet file", $"{parquet.Length} bytes");
        return $"{csv.Length - 1} rows CSV, {parquet.Length} bytes Parquet";
    }

    private static async Task<string> PagesAsync(StoryVisitor visitor, CancellationToken cancel)
    {
        foreach (var (language, marking) in ((string, string)[])[("en", "EXERCISE"), ("ja", "演習")])
        {
            foreach (var path in (string[])["/", "/observatory", "/observatory/imports", "/observatory/sensors", "/contacts", "/contacts/directory"])
            {
                var page = await visitor.PageAsync(path, language, cancel);
                Require(page.Contains(marking, StringComparison.Ordinal), $"{path} marked {marking}", "not marked");
                Require(page.Contains($"lang=\"{language}\"", StringComparison.Ordinal), $"{path} in {language}", "another language");
            }
        }

        return "6 pages in 2 languages, all marked";
    }

    private static async Task<string> FirstAsync(StoryVisitor visitor, string question, CancellationToken cancel) =>
        (await RowsAsync(visitor, question, cancel)) is [var first, ..] ? first.GetProperty("key").GetString()! : throw new StoryException($"{question} has no rows.");

    private static async Task<List<JsonElement>> RowsAsync(StoryVisitor visitor, string question, CancellationToken cancel) =>
        [.. (await visitor.AskAsync($"{Api}/{question}", cancel)).GetProperty("rows").EnumerateArray()];

    private static string Require(bool holds, string expected, string seen, string? said = null) =>
        holds ? said ?? seen : throw new StoryException($"Expected {expected}; saw {seen}.");

    private async Task<bool> StepAsync(string name, Func<Task<string>> step)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            Note(new StoryStep(name, true, 0, await step()), started);
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || failure is TaskCanceledException { InnerException: TimeoutException })
        {
            Note(new StoryStep(name, false, 0, failure.Message), started);
            return false;
        }
    }

    private void Note(StoryStep step, long started)
    {
        var timed = step with { Seconds = Stopwatch.GetElapsedTime(started).TotalSeconds };
        steps.Add(timed);
        told?.Invoke(string.Create(CultureInfo.InvariantCulture, $"{(timed.Ok ? "ok  " : "FAIL")} {timed.Seconds,7:0.00} s  {timed.Name}: {timed.Said}"));
    }
}
