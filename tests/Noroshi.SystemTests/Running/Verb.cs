using System.Diagnostics;
using System.Text.Json;

namespace Noroshi.SystemTests.Running;

/// <summary>What one run of the command line came to.</summary>
internal sealed record Verb(int Code, string Out, string Error)
{
    // Hangs are failures too; this only turns them into one that ends.
    internal static readonly TimeSpan HangGuard = TimeSpan.FromMinutes(5);

    internal JsonElement Json => JsonDocument.Parse(Out).RootElement;

    /// <summary>Runs <c>noroshi</c> with these arguments as its own process and waits for its end.</summary>
    internal static Task<Verb> RunAsync(params string[] arguments) => RunAsync(new Start { Arguments = arguments });

    internal static async Task<Verb> RunAsync(Start start)
    {
        using var process = start.Launch();
        using var guard = new CancellationTokenSource(HangGuard);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(guard.Token);
            var error = process.StandardError.ReadToEndAsync(guard.Token);
            if (start.Input is { } input)
                await process.StandardInput.BaseStream.WriteAsync(input, guard.Token);
            process.StandardInput.Close();
            await process.WaitForExitAsync(guard.Token);
            return new Verb(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>The run must have gone well; else the test shows what was said.</summary>
    internal Verb Succeeded()
    {
        Code.ShouldBe(0, $"{Error}\n{Out}");
        return this;
    }

    /// <summary>The run must have been refused in words, not with a stack trace.</summary>
    internal Verb Refused(int code, string said)
    {
        Code.ShouldBe(code, $"{Error}\n{Out}");
        Error.ShouldContain(said);
        Error.ShouldStartWith("noroshi: ");
        Error.ShouldNotContain("   at ");
        return this;
    }

    /// <summary>How to start the program.</summary>
    internal sealed record Start
    {
        internal IReadOnlyList<string> Arguments { get; init; } = [];

        internal IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

        /// <summary>Words before the program, for example <c>setpriv --reuid=65534</c>.</summary>
        internal IReadOnlyList<string> Prefix { get; init; } = [];

        internal byte[]? Input { get; init; }

        internal Process Launch()
        {
            string[] words = [.. Prefix, "dotnet", Program, .. Arguments];
            var info = new ProcessStartInfo(words[0], words.Skip(1))
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                RedirectStandardInput = true,
                UseShellExecute = false,
            };
            foreach (var (name, value) in Environment)
                info.Environment[name] = value;
            return Process.Start(info)!;
        }

        /// <summary>The program as it was built, of the same configuration as this test.</summary>
        internal static string Program { get; } = Find();

        private static string Find()
        {
            var here = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(System.IO.Path.DirectorySeparatorChar));
            var program = System.IO.Path.Combine(here.Parent!.Parent!.FullName, "Noroshi.Node", here.Name, "Noroshi.Node.dll");
            return File.Exists(program) ? program : throw new FileNotFoundException($"Build the node first: {program}");
        }
    }
}
