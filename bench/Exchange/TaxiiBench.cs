using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Noroshi.Exchange.Sharing;
using Noroshi.Exchange.Store;
using Noroshi.Exchange.Taxii;
using Noroshi.Kernel;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Bench;

/// <summary>The TAXII server of a node in its own process, over the line: adding, reading, small questions, and paging as a collection grows. Every object is asked about by the release rules, and listed.</summary>
internal static class TaxiiBench
{
    private const string Media = "application/taxii+json;version=2.1";
    private const string Objects = "/taxii2/main/collections/bench/objects/";

    // Figures of OpenTAXII seen elsewhere (SQLite, bearer, two workers), times what is asked of us; it could not be restored here.
    private const double AddBar = 50 * 190;
    private const double ReadBar = 30 * 3848;
    private const double SmallBar = 50 * 93;
    private const double SlowestBar = 20;
    private const double FlatBar = 1.5;

    private static DateTimeOffset _began;
    private static DateTimeOffset _ended;

    /// <summary>Prints figures and bars; true when all hold.</summary>
    /// <param name="program">The node's assembly.</param>
    /// <param name="most">How many objects the collection grows to.</param>
    /// <param name="output">Where the figures are told.</param>
    /// <param name="cancel">Stops the run.</param>
    public static async Task<bool> RunAsync(string program, int most, TextWriter output, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("noroshi-bench-");
        Process? node = null;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "noroshi.json"), """{"Node":{"RequestBurst":100000000,"UploadsAtOnce":1000}}""", cancel);
            (node, var address) = await ServeAsync(program, folder.FullName, cancel);
            await SeedAsync(folder.FullName);
            using var client = ClientOf(address);
            output.WriteLine(BenchMachine.Describe());
            var good = await MeasureAsync(client, most, output, cancel);
            return good;
        }
        finally
        {
            node?.Kill();
            node?.WaitForExit();
            node?.Dispose();
            folder.Delete(recursive: true);
        }
    }

    private static async Task<bool> MeasureAsync(HttpClient client, int most, TextWriter output, CancellationToken cancel)
    {
        // The first requests compile the program; nodes run for months.
        await AddAsync(client, 2_000, 4, cancel);
        var one = await AddAsync(client, 10_000, 1, cancel);
        var four = await AddAsync(client, 10_000, 4, cancel);
        var good = Say(output, "add 10,000 objects in envelopes of 100, one client", one, "objects/s", AddBar);
        good &= Say(output, "the same, four clients", four, "objects/s", AddBar);
        var first = await ReadAsync(client, 1000, cancel);
        List<double> again = [];
        for (var round = 0; round < 5; round++) again.Add(await ReadAsync(client, 1000, cancel));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"read all, limit 1000, first time on the day (each object is listed on the disk): {first:N0} objects/s"));
        good &= Say(output, "read all, limit 1000, polled again", Median(again), "objects/s", ReadBar);
        foreach (var (name, path) in new[] { ("collection", "/taxii2/main/collections/bench/"), ("one object", Objects + await SomeAsync(client, cancel) + "/"), ("type filter, limit 10", Objects + "?match[type]=indicator&limit=10") })
        {
            var (rate, slow) = await SmallAsync(client, path, 32, cancel);
            good &= Say(output, $"GET {name}, 32 clients, p99 {slow:0.0} ms (bar {SlowestBar:0})", rate, "requests/s", SmallBar) && slow <= SlowestBar;
        }

        var small = await PageAsync(client, cancel);
        var count = 22_000;
        while (count < most)
        {
            var next = Math.Min(most, count * 4);
            var rate = await AddAsync(client, next - count, 4, cancel);
            count = next;
            var page = await PageAsync(client, cancel);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"at {count:N0} objects: adding {rate:N0} objects/s, a page of 1000 from the middle {page:0.0} ms ({page / small:0.00} × that at 22,000; bar {FlatBar})"));
            good &= page <= small * FlatBar;
        }

        return good;
    }

    private static async Task<double> AddAsync(HttpClient client, int count, int clients, CancellationToken cancel)
    {
        var envelopes = Enumerable.Range(0, count / 100).Select(_ => Encoding.UTF8.GetBytes("{\"objects\":[" + string.Join(",", Enumerable.Range(0, 100).Select(_ => Indicator())) + "]}")).ToList();
        var began = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(envelopes, new ParallelOptions { MaxDegreeOfParallelism = clients, CancellationToken = cancel }, async (envelope, stop) =>
        {
            using var content = new ByteArrayContent(envelope);
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(Media);
            using var answer = await client.PostAsync(Objects, content, stop);
            var said = await answer.Content.ReadAsStringAsync(stop);
            if ((int)answer.StatusCode != 202 || !said.Contains("\"success_count\":100", StringComparison.Ordinal)) throw new InvalidOperationException($"The node answered {(int)answer.StatusCode}: {said[..Math.Min(300, said.Length)]}");
        });
        var took = Stopwatch.GetElapsedTime(began);
        _ended = TimeProvider.System.GetUtcNow();
        _began = _ended - took;
        return count / took.TotalSeconds;
    }

    private static async Task<double> ReadAsync(HttpClient client, int limit, CancellationToken cancel)
    {
        var (count, began) = (0L, Stopwatch.GetTimestamp());
        for (string? next = ""; next is not null;)
        {
            var body = await client.GetByteArrayAsync(new Uri($"{Objects}?limit={limit}{(next.Length > 0 ? "&next=" + next : "")}", UriKind.Relative), cancel);
            (var found, next) = Count(body);
            count += found;
        }

        return count / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static (int Count, string? Next) Count(byte[] body)
    {
        var reader = new Utf8JsonReader(body);
        var count = 0;
        string? next = null;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1 && reader.ValueTextEquals("next"u8))
            {
                reader.Read();
                next = reader.GetString();
            }
            else if (reader.TokenType == JsonTokenType.StartObject && reader.CurrentDepth == 2)
            {
                count++;
                reader.Skip();
            }
        }

        return (count, next);
    }

    private static async Task<(double Rate, double P99)> SmallAsync(HttpClient client, string path, int clients, CancellationToken cancel)
    {
        var times = new double[clients][];
        await RunAsync(TimeSpan.FromSeconds(2));
        var began = Stopwatch.GetTimestamp();
        await RunAsync(TimeSpan.FromSeconds(5));
        var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        List<double> all = [.. times.SelectMany(one => one).Order()];
        return (all.Count / took, all[Math.Min(all.Count - 1, all.Count * 99 / 100)]);

        Task RunAsync(TimeSpan length) => Task.WhenAll(Enumerable.Range(0, clients).Select(number => Task.Run(
            async () =>
            {
                List<double> mine = [];
                var start = Stopwatch.GetTimestamp();
                while (Stopwatch.GetElapsedTime(start) < length)
                {
                    var sent = Stopwatch.GetTimestamp();
                    (await client.GetByteArrayAsync(new Uri(path, UriKind.Relative), cancel)).Length.ToString(CultureInfo.InvariantCulture);
                    mine.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
                }

                times[number] = [.. mine];
            },
            cancel)));
    }

    // From the middle of the collection on, by time of addition: what an index finds at once and a list would walk to.
    private static async Task<double> PageAsync(HttpClient client, CancellationToken cancel)
    {
        using var oldest = JsonDocument.Parse(await client.GetByteArrayAsync(new Uri("/taxii2/main/collections/bench/manifest/?limit=1", UriKind.Relative), cancel));
        var first = oldest.RootElement.GetProperty("objects")[0].GetProperty("date_added").GetDateTimeOffset();
        // The middle of the time in which the objects of the last stretch came.
        var middle = first > _began ? first : _began + ((_ended - _began) / 2);
        var after = middle.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
        List<double> times = [];
        for (var round = 0; round < 9; round++)
        {
            var began = Stopwatch.GetTimestamp();
            var body = await client.GetByteArrayAsync(new Uri($"{Objects}?limit=1000&added_after={after}", UriKind.Relative), cancel);
            if (Count(body).Count != 1000) throw new InvalidOperationException("The page from the middle is not full.");
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return Median(times);
    }

    private static async Task<string> SomeAsync(HttpClient client, CancellationToken cancel)
    {
        using var page = JsonDocument.Parse(await client.GetByteArrayAsync(new Uri("/taxii2/main/collections/bench/manifest/?limit=1", UriKind.Relative), cancel));
        return page.RootElement.GetProperty("objects")[0].GetProperty("id").GetString()!;
    }

    private static async Task<(Process Node, Uri Address)> ServeAsync(string program, string data, CancellationToken cancel)
    {
        var node = Process.Start(new ProcessStartInfo("dotnet", [program, "serve", "--data", data, "--urls", "http://127.0.0.1:0"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        node.ErrorDataReceived += (_, _) => { };
        node.BeginErrorReadLine();
        Uri? address = null;
        while (await node.StandardOutput.ReadLineAsync(cancel) is { } line)
        {
            if (line.StartsWith("Noroshi is ready: ", StringComparison.Ordinal)) address = new Uri(line["Noroshi is ready: ".Length..].Split(' ')[0]);
            if (line.StartsWith("Ready for requests", StringComparison.Ordinal) && address is not null) return (node, address);
        }

        throw new InvalidOperationException("The node ended instead of serving.");
    }

    private static async Task SeedAsync(string data)
    {
        var options = new NodeOptions { DataDirectory = data, ReferenceData = "" };
        await using var records = RecordStore.For(options);
        var (directory, now) = (new ExchangeDirectory(records, options), TimeProvider.System.GetUtcNow());
        await directory.AddAsync(new Partner { Id = "bench", NameEn = "Bench", NameJa = "計測", State = "JP", SecretHash = PartnerSecrets.Hash("secret"), SecretAt = now, CreatedAt = now, CreatedBy = "bench" }, Actor.System, default);
        await directory.SaveAsync(
            new ExchangeCollection { Id = "bench", TitleEn = "Bench", TitleJa = "計測", Ceiling = Tlp.Green, States = ["JP"], Grants = [new Grant("partner:bench", true, true, Purpose.Defence)] }, now, Actor.System, "bench", default);
    }

    private static HttpClient ClientOf(Uri address)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", Media);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String("bench:secret"u8));
        return client;
    }

    private static string Indicator()
    {
        var id = Guid.NewGuid();
        return $$"""{"type":"indicator","spec_version":"2.1","id":"indicator--{{id:D}}","created":"2026-01-01T00:00:00.000Z","modified":"2026-01-01T00:00:00.000Z","name":"Invented {{id:N}}","indicator_types":["malicious-activity"],"pattern":"[file:hashes.'SHA-256' = '{{id:N}}{{id:N}}']","pattern_type":"stix","valid_from":"2026-01-01T00:00:00Z","object_marking_refs":["marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da"]}""";
    }

    private static bool Say(TextWriter output, string what, double rate, string unit, double bar)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {rate:N0} {unit}; bar {bar:N0}: {(rate >= bar ? "holds" : "missed")}"));
        return rate >= bar;
    }

    private static double Median(IEnumerable<double> values)
    {
        List<double> sorted = [.. values.Order()];
        return sorted[sorted.Count / 2];
    }
}
