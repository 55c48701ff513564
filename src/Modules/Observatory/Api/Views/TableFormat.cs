using Microsoft.AspNetCore.Http;

namespace Noroshi.Observatory.Api;

/// <summary><c>format=json|csv</c> of the endpoints that answer with a table.</summary>
internal static class TableFormat
{
    internal const string Name = "format";

    internal static FilterProblem? Read(HttpRequest request, out bool csv)
    {
        var asked = request.Query[Name].ToString();
        csv = asked == "csv";
        return asked is "" or "json" or "csv" ? null : new FilterProblem(Name, "is not a known format", "Use json or csv.");
    }
}
