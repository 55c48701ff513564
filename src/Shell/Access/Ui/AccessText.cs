namespace Noroshi.Shell.Access.Ui;

/// <summary>Names the resources with the words of the pages about access (AccessText.resx, AccessText.ja.resx).</summary>
public sealed class AccessText
{
    private AccessText()
    {
    }
}
