namespace Noroshi.Exchange.Ui;

/// <summary>Names the resources with the names of this room's acts in the audit log; the key is the act (ActNames.resx, ActNames.ja.resx).</summary>
internal sealed class ActNames
{
    private ActNames()
    {
    }
}
