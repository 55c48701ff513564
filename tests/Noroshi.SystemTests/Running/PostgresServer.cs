namespace Noroshi.SystemTests.Running;

/// <summary>A PostgreSQL of this test alone, on a socket in its own folder.</summary>
internal sealed class PostgresServer : IDisposable
{
    private const string Programs = "/usr/lib/postgresql/15/bin";
    private readonly TempFolder _folder = new();

    private PostgresServer()
    {
    }

    private string Cluster => _folder.Below("c");

    internal string ConnectionString => $"Host={_folder.Path};Port=5432;Username=noroshi;Database=postgres";

    /// <summary>Starts it, or skips the test where it is not installed.</summary>
    internal static PostgresServer Start()
    {
        if (!File.Exists($"{Programs}/initdb"))
            Assert.Skip("PostgreSQL 15 is not installed (apt-get install postgresql-15).");
        Machine.RequireDropOfRights();
        var server = new PostgresServer();
        // PostgreSQL refuses to run as root.
        if (Machine.IsRoot)
            Machine.Try("chown", "65534:65534", server._folder.Path).Code.ShouldBe(0);
        server.Run("initdb", "-D", server.Cluster, "-U", "noroshi", "-A", "trust", "-N", "--no-instructions", "-E", "UTF8", "--locale=C");
        server.Run("pg_ctl", "-D", server.Cluster, "-w", "-t", "120", "-s", "-l", server._folder.Below("log"), "-o", $"-c listen_addresses='' -k {server._folder.Path} -F", "start");
        return server;
    }

    public void Dispose()
    {
        Run("pg_ctl", "-D", Cluster, "-m", "immediate", "-s", "stop");
        _folder.Dispose();
    }

    private void Run(string program, params string[] arguments)
    {
        string[] words = [.. Machine.AsNobody, $"{Programs}/{program}", .. arguments];
        var (code, said) = Machine.Try(words[0], words[1..]);
        code.ShouldBe(0, $"{program}: {said}");
    }
}
