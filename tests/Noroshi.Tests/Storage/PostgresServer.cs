using System.Diagnostics;
using Npgsql;

[assembly: AssemblyFixture(typeof(Noroshi.Tests.Storage.PostgresServer))]

namespace Noroshi.Tests.Storage;

/// <summary>A PostgreSQL of our own in a temporary folder, reached by a socket in it; started at the first question, stopped at the end.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private const string Programs = "/usr/lib/postgresql/15/bin";
    private static readonly SemaphoreSlim Turn = new(1, 1);
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "noroshi-pg-" + Guid.NewGuid().ToString("N")[..8]);
    private Process? _server;

    /// <summary>Why there is no server here; <c>null</c> when there is.</summary>
    public static string? Absence => File.Exists(Path.Combine(Programs, "initdb"))
        ? null
        : $"PostgreSQL is not installed ({Programs}/initdb is missing); ./noroshi sets it up.";

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>The connection string of a new, empty database.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        if (Absence is { } reason) Assert.Skip(reason);
        await Turn.WaitAsync();
        try
        {
            if (_server is null) await StartAsync();
        }
        finally
        {
            Turn.Release();
        }

        var name = "t_" + Guid.NewGuid().ToString("N");
        await using var source = NpgsqlDataSource.Create(Connection("postgres"));
        await using var command = source.CreateCommand($"CREATE DATABASE {name}");
        await command.ExecuteNonQueryAsync();
        return Connection(name);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            using (var stop = Process.Start("kill", ["-INT", (await File.ReadAllLinesAsync(Path.Combine(_folder, "data", "postmaster.pid")))[0]])) await stop.WaitForExitAsync();
            await _server.WaitForExitAsync();
            _server.Dispose();
        }

        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    private string Connection(string database) => $"Host={_folder};Username=noroshi;Database={database};Pooling=true;Maximum Pool Size=10";

    private async Task StartAsync()
    {
        Directory.CreateDirectory(_folder);
        var data = Path.Combine(_folder, "data");
        // PostgreSQL refuses to run as root; "nobody" has nothing to lose.
        if (Environment.IsPrivilegedProcess) await RunAsync("chown", ["nobody", _folder]);
        await RunAsync(Path.Combine(Programs, "initdb"), ["--pgdata", data, "--username", "noroshi", "--auth", "trust", "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync"]);
        _server = Start(Path.Combine(Programs, "postgres"), ["-D", data, "-k", _folder, "-c", "listen_addresses=", "-c", "fsync=off", "-c", "max_connections=60"]);
        await using var source = NpgsqlDataSource.Create(Connection("postgres"));
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync();
                return;
            }
            catch (NpgsqlException) when (attempt < 300 && !_server.HasExited)
            {
                await Task.Delay(100);
            }
        }
    }

    private static async Task RunAsync(string program, string[] arguments)
    {
        using var process = Start(program, arguments);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }

    private static Process Start(string program, string[] arguments)
    {
        var drop = Environment.IsPrivilegedProcess && program.StartsWith(Programs, StringComparison.Ordinal);
        var start = new ProcessStartInfo(drop ? "setpriv" : program) { WorkingDirectory = "/", RedirectStandardError = true, RedirectStandardOutput = true };
        if (drop)
            foreach (var argument in new[] { "--reuid=nobody", "--regid=nogroup", "--clear-groups", program }) start.ArgumentList.Add(argument);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
