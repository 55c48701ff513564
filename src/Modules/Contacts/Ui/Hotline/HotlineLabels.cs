using System.Globalization;
using System.Resources;
using Noroshi.Contacts.Hotline;
using Noroshi.Contracts;
using Noroshi.Federation;
using Noroshi.Kernel;

namespace Noroshi.Contacts.Ui.Hotline;

/// <summary>The hotline's words in the language of the request.</summary>
internal sealed class HotlineLabels(IStateNames names)
{
    private static readonly ResourceManager _text = new(typeof(HotlineText));
    private static readonly CultureInfo _japanese = CultureInfo.GetCultureInfo("ja");
    private static readonly CultureInfo _english = CultureInfo.GetCultureInfo("en");

    internal static bool Japanese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ja";

    internal static string Say(string key, params object[] values) => string.Format(CultureInfo.CurrentCulture, Text(key), values);

    internal static string Of(Contacts.Hotline.Precedence precedence) => Text("Precedence_" + HotlineWords.Of(precedence));

    /// <summary>By its word on the wire.</summary>
    internal static string Precedence(string word) => Text("Precedence_" + word);

    /// <inheritdoc cref="Precedence(string)"/>
    internal static string Class(string word) => Text("Class_" + word);

    internal static string Of(ReceiptKind kind) => Text("Receipt_" + HotlineWords.Of(kind));

    internal static string Of(Role role) => Text("Role_" + role);

    internal string State(string code) => CountryCode.TryParse(code, out var known) ? names.NameOf(known, CultureInfo.CurrentUICulture) : code;

    /// <summary>What the peer calls its node; empty where that is no more than the name of its state.</summary>
    internal string NodeName(KnownPeer peer) => (Japanese ? peer.NameJa : peer.NameEn) is var name && name != State(peer.State) ? name : "";

    /// <summary>The state, and its node where that says more.</summary>
    internal string StateAndNode(KnownPeer peer) => NodeName(peer) is { Length: > 0 } name ? $"{State(peer.State)} · {name}" : State(peer.State);

    internal static string Text(string key) => _text.GetString(key, CultureInfo.CurrentUICulture) ?? key;

    /// <summary>The same text in both languages, for what goes to the other side.</summary>
    internal static BothLanguages Both(string key) => new(_text.GetString(key, _japanese) ?? key, _text.GetString(key, _english) ?? key);

    internal static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    internal static string Iso(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    internal static string Size(long bytes) => bytes < 1024 ? bytes.ToString("N0", CultureInfo.CurrentCulture) + " B" : (bytes / 1024.0).ToString("N1", CultureInfo.CurrentCulture) + " KiB";
}
