using System.Globalization;
using System.Resources;

namespace Noroshi.Exchange.Sharing;

/// <summary>Names the resources with the words of reasons and rules.</summary>
internal sealed class ReleaseText
{
    private static readonly ResourceManager _text = new(typeof(ReleaseText));

    /// <summary>The reason as a sentence in a language.</summary>
    public static string Of(ReleaseReason reason, CultureInfo culture) => _text.GetString("Reason_" + reason, culture) ?? reason.ToString();

    /// <summary>The name of the rule in a language.</summary>
    public static string Of(ReleaseRule rule, CultureInfo culture) => _text.GetString("Rule_" + rule, culture) ?? rule.ToString();
}
