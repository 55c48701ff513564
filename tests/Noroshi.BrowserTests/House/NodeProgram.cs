using System.Diagnostics;

namespace Noroshi.BrowserTests.House;

/// <summary>The node where its own build put it, as people run it: a copy beside the tests lacks what is made for its system.</summary>
internal static class NodeProgram
{
    /// <summary>How a verb is started, with its output to be read.</summary>
    internal static ProcessStartInfo Verb(params string[] words) => new("dotnet", [Find(), .. words])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = Path.GetTempPath(), // Not the program's own folder: assets must be found from anywhere.
    };

    /// <summary>Runs a verb to its end, which must be a good one.</summary>
    internal static async Task RunAsync(params string[] words)
    {
        using var verb = Process.Start(Verb(words))!;
        var errors = verb.StandardError.ReadToEndAsync();
        await verb.StandardOutput.ReadToEndAsync();
        await verb.WaitForExitAsync();
        if (verb.ExitCode != 0) throw new InvalidOperationException($"noroshi {string.Join(' ', words)} ended with {verb.ExitCode}: {await errors}");
    }

    private static string Find()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var program = Path.Combine(here.Parent!.Parent!.FullName, "Noroshi.Node", here.Name, "Noroshi.Node.dll");
        return File.Exists(program) ? program : throw new InvalidOperationException($"{program} is not there; build the whole solution.");
    }
}
