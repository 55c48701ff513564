using System.CommandLine;
using System.Text.Json;
using Noroshi.Observatory.Exercise;
using Noroshi.Shell;
using Noroshi.Storage;

namespace Noroshi.Observatory.Features;

/// <summary><c>noroshi observe exercise</c>: writes the captures and lists of the exercise, to look at or to import.</summary>
internal static class GenerateExercise
{
    internal static Command Create(CommandHost host)
    {
        var to = new Option<string>("--out") { Description = "Folder to write to; made when absent.", HelpName = "DIR", Required = true };
        var json = ObserveCommand.JsonOption();
        var verb = new Command("exercise", "Write fourteen days of invented captures (pcap, EVE, Zeek), marked EXERCISE, always the same.") { to, json };
        verb.SetAction((asked, cancel) => RunAsync(host, asked.GetRequiredValue(to), asked.GetValue(json), cancel));
        return verb;
    }

    private static async Task<int> RunAsync(CommandHost host, string folder, bool json, CancellationToken cancel)
    {
        List<ExerciseCapture> captures;
        try
        {
            captures = ExerciseGenerator.Write(folder, json ? null : name => host.Error.WriteLine(name), cancel);
            ExerciseLists.Write(folder);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new RefusalException($"Cannot write the exercise to {folder}: {problem.Message} Choose a folder that can be written to with --out.", inner: problem);
        }

        if (json)
        {
            await host.Out.WriteLineAsync(JsonSerializer.Serialize(new
            {
                exercise = true,
                folder = Path.GetFullPath(folder),
                from = ExerciseCalendar.First.UtcDateTime,
                to = ExerciseCalendar.End.UtcDateTime,
                files = captures.Select(capture => new { sensor = capture.Sensor, name = Path.GetFileName(capture.Path), bytes = new FileInfo(capture.Path).Length }),
            }));
        }
        else
        {
            await host.Out.WriteLineAsync($"{captures.Count} captures of three sensors, and the lists to read them with, are in {Path.GetFullPath(folder)}. EXERCISE: all of it is invented.");
        }

        return 0;
    }
}
