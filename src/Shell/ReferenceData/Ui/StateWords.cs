namespace Noroshi.Shell.ReferenceData.Ui;

/// <summary>Names the resources with the words of the pages on states (StateWords.resx, StateWords.ja.resx).</summary>
public sealed class StateWords
{
    private StateWords()
    {
    }
}
