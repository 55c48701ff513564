using System.Text.Json;

namespace Noroshi.Node.Hosting;

/// <summary>Structured logs on standard error: lines for a person at a terminal, JSON for everything else.</summary>
internal static class NodeLogging
{
    private const string Stamp = "yyyy-MM-ddTHH:mm:ss.fffZ";

    internal static void AddNodeLogging(this ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("System", LogLevel.Warning);
        // Keys lie in the data folder as files of the node's user alone; the documentation says so, a line at each start adds nothing.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // Start-up failures are told once, in words, by the command line.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        // Standard output belongs to results (--json).
        logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        if (Console.IsErrorRedirected)
        {
            logging.AddJsonConsole(json =>
            {
                json.UseUtcTimestamp = true;
                json.TimestampFormat = Stamp;
                json.IncludeScopes = false;
                json.JsonWriterOptions = new JsonWriterOptions { Indented = false };
            });
        }
        else
        {
            logging.AddSimpleConsole(simple =>
            {
                simple.UseUtcTimestamp = true;
                simple.TimestampFormat = "HH:mm:ss ";
                simple.SingleLine = true;
            });
        }
    }
}
