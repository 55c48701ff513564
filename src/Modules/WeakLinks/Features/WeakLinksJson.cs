using System.Globalization;
using System.Text.Json;
using Noroshi.Shell;
using Noroshi.WeakLinks.Answers;

namespace Noroshi.WeakLinks.Features;

/// <summary>One form of JSON and of figures for all verbs of the room.</summary>
internal static class WeakLinksJson
{
    /// <summary>The version of the method; figures of different versions are not compared.</summary>
    internal static string Version => "weaklinks-2";

    internal static string Write(object answer) => JsonSerializer.Serialize(answer, ReadableJson.Options);

    internal static string Text(MoneyFigure figure) => string.Create(CultureInfo.InvariantCulture, $"{figure.Mean:0.####} ({figure.Low:0.####} to {figure.High:0.####})");

    internal static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.0} %");
}
