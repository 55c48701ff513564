using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Noroshi.WeakLinks.Domain;

namespace Noroshi.WeakLinks.Features;

/// <summary>One form of JSON and of figures for all verbs of the room.</summary>
internal static class WeakLinksJson
{
    internal const string Unit = "million USD per year";

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    /// <summary>The version of the method; figures of different versions are not compared.</summary>
    internal static string Version => "weaklinks-1";

    internal static string Write(object answer) => JsonSerializer.Serialize(answer, Form);

    /// <summary>A figure of money with its interval.</summary>
    internal static object Money(Interval interval) => new { interval.Mean, interval.Low, interval.High, Unit };

    internal static string Text(Interval interval) => string.Create(CultureInfo.InvariantCulture, $"{interval.Mean:0.####} ({interval.Low:0.####} to {interval.High:0.####})");

    internal static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.0} %");
}
