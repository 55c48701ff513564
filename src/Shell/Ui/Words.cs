namespace Noroshi.Shell.Ui;

/// <summary>Names the resources with the words of the layout and its components (Words.resx, Words.ja.resx).</summary>
public sealed class Words
{
    private Words()
    {
    }
}
