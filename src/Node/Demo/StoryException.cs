namespace Noroshi.Node.Demo;

/// <summary>A step of the story did not hold: what was expected and what was seen.</summary>
internal sealed class StoryException : Exception
{
    public StoryException(string message)
        : base(message)
    {
    }

    public StoryException()
    {
    }

    public StoryException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
