using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace Noroshi.Stix;

/// <summary>Language tags: well-formed as RFC 5646 defines it, and two-letter languages that ISO 639-1 assigns.</summary>
internal static partial class LanguageTag
{
    private const string Assigned =
        "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv "
        + "ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my "
        + "na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to "
        + "tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

    private static readonly FrozenSet<string> _twoLetters = Assigned.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool IsValid(ReadOnlySpan<byte> text)
    {
        if (text.Length is < 2 or > 100 || !Ascii.IsValid(text)) return false;
        Span<char> tag = stackalloc char[text.Length];
        Encoding.ASCII.GetChars(text, tag);
        var end = tag.IndexOf('-');
        var language = end < 0 ? tag : tag[..end];
        return WellFormed().IsMatch(tag) && (language.Length != 2 || _twoLetters.GetAlternateLookup<ReadOnlySpan<char>>().Contains(language));
    }

    // RFC 5646, section 2.1; grandfathered tags only in the form i-…
    [GeneratedRegex(
        "^(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[a-wy-z0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?$|^x(?:-[a-z0-9]{1,8})+$|^i-[a-z]{3,8}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WellFormed();
}
