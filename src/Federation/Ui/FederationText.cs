using System.Globalization;
using System.Resources;

namespace Noroshi.Federation.Ui;

/// <summary>Names the resources with the words of the pages about peers.</summary>
internal sealed class FederationText
{
    private static readonly ResourceManager Words = new(typeof(FederationText));

    private FederationText()
    {
    }

    /// <summary>Names the pages in the side navigation.</summary>
    internal static string Peers => Words.GetString("Title", CultureInfo.CurrentUICulture) ?? "Title";
}
