using System.Globalization;
using System.Resources;

namespace Noroshi.Federation.Ui.Ledger;

/// <summary>Names the resources with the words of the page about the ledger.</summary>
internal sealed class LedgerText
{
    private static readonly ResourceManager Words = new(typeof(LedgerText));

    private LedgerText()
    {
    }

    /// <summary>Names the page in the side navigation.</summary>
    internal static string Title => Words.GetString("Title", CultureInfo.CurrentUICulture) ?? "Title";
}
