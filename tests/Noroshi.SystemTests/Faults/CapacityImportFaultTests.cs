using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Noroshi.SystemTests.Running;

namespace Noroshi.SystemTests.Faults;

/// <summary>An import of activities that is killed: what was told as done is there, nothing is half there, and the same again completes it.</summary>
public sealed partial class CapacityImportFaultTests : IDisposable
{
    private const int Activities = 4000;
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Import_WhenKilledAtAnyPoint_KeepsWhatItToldAndIsCompletedByTheSameAgain()
    {
        var file = Write();
        var began = TimeProvider.System.GetTimestamp();
        (await Import(_folder.Below("whole"), file)).Succeeded().Json.GetProperty("new").GetArrayLength().ShouldBe(1000);
        var whole = TimeProvider.System.GetElapsedTime(began);

        var random = new Random(20261128);
        var partly = 0;
        for (var round = 0; round < 6; round++)
        {
            var data = _folder.Below($"d{round}");
            Directory.CreateDirectory(data);
            var told = 0;
            using (var process = new Verb.Start { Arguments = Arguments(data, file) }.Launch())
            {
                process.ErrorDataReceived += (_, line) =>
                {
                    if (line.Data is not null && Done().Match(line.Data) is { Success: true } done) Volatile.Write(ref told, int.Parse(done.Groups[1].Value, CultureInfo.InvariantCulture));
                };
                process.BeginErrorReadLine();
                process.OutputDataReceived += (_, _) => { };
                process.BeginOutputReadLine();

                // At any moment of the whole, and for sure once in the middle: right after a batch was told.
                if (round % 2 == 0) await Task.Delay(whole * (0.3 + (0.65 * random.NextDouble())), TimeProvider.System);
                else while (Volatile.Read(ref told) == 0 && !process.HasExited) await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System);
                process.Kill();
                await process.WaitForExitAsync();
            }

            var kept = await KeptAsync(data);
            kept.ShouldBe(kept.Distinct());
            kept.Count.ShouldBeGreaterThanOrEqualTo(Volatile.Read(ref told), "what was told is on disk");
            (kept.Count % 500).ShouldBe(0, "a batch is there whole or not at all");
            kept.ShouldBe(Enumerable.Range(1, kept.Count).Select(Identifier), ignoreOrder: true, "batches come in the order of the file");
            if (kept.Count is > 0 and < Activities) partly++;

            var again = (await Import(data, file)).Succeeded().Json;
            again.GetProperty("unchanged").GetInt32().ShouldBe(kept.Count);
            (await KeptAsync(data)).Count.ShouldBe(Activities);
            Directory.GetFiles(Path.Combine(data, "uploads", "iati")).Length.ShouldBeLessThanOrEqualTo(1, "at most the batch of the killed run lies there");
        }

        partly.ShouldBeGreaterThan(0, "no run was killed in the middle, so nothing was tested");
    }

    private static string[] Arguments(string data, string file) => ["capacity", "import", file, "--apply", "--data", data, "--json"];

    private static Task<Verb> Import(string data, string file) => Verb.RunAsync(Arguments(data, file));

    private static string Identifier(int number) => $"XX-EXERCISE-1-{number}";

    private static async Task<IReadOnlyList<string>> KeptAsync(string data)
    {
        if (!File.Exists(Path.Combine(data, "records.db"))) return [];
        var listed = (await Verb.RunAsync("capacity", "projects", "--data", data, "--json")).Succeeded();
        return [.. listed.Json.GetProperty("projects").EnumerateArray().Select(project => project.GetProperty("identifier").GetString()!)];
    }

    private string Write()
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<iati-activities version=\"2.03\">\n");
        for (var number = 1; number <= Activities; number++)
        {
            text.Append(CultureInfo.InvariantCulture, $"""
                <iati-activity xml:lang="en" default-currency="JPY"><iati-identifier>{Identifier(number)}</iati-identifier><reporting-org ref="XX-EXERCISE-1" type="10"><narrative>EXERCISE Agency</narrative></reporting-org>
                <title><narrative>EXERCISE {number}</narrative></title><description><narrative>EXERCISE. Nothing of it is real.</narrative></description><participating-org ref="XX-EXERCISE-1" role="1"/><activity-status code="2"/>
                <activity-date type="2" iso-date="2025-04-01"/><recipient-country code="PH"/><sector code="22040"/></iati-activity>

                """);
        }

        var file = _folder.Below("activities.xml");
        File.WriteAllText(file, text.Append("</iati-activities>\n").ToString());
        return file;
    }

    [GeneratedRegex("^([0-9]+) activities done")]
    private static partial Regex Done();
}
