using System.Text;
using System.Text.RegularExpressions;

namespace Noroshi.Capacity.Iati.Xml;

/// <summary>What stands between <c>&lt;?xml</c> and <c>?&gt;</c>.</summary>
internal static partial class XmlDeclaration
{
    private const int Longest = 200;

    internal static bool IsProper(ReadOnlySpan<byte> inside) => inside.Length <= Longest && Shape().IsMatch(Encoding.ASCII.GetString(inside));

    [GeneratedRegex("""^[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"1\.0"|'1\.0')(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:"[A-Za-z][A-Za-z0-9._-]*"|'[A-Za-z][A-Za-z0-9._-]*'))?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*\z""", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
