using Noroshi.Storage;

namespace Noroshi.Shell;

/// <summary>A file that a verb writes because somebody named it: readable by its owner alone, whole or not at all, and over another only when told so.</summary>
public static class OutFile
{
    /// <summary>Looks before the work is done whether the file may be written.</summary>
    /// <exception cref="RefusalException">A file of that name is there.</exception>
    public static void Check(string path, bool force)
    {
        if (File.Exists(path) && !force) throw new RefusalException($"{path} is there already. Name another file, or say --force.", RefusalException.Input);
    }

    /// <summary>Writes it; where that fails, what was there before stays.</summary>
    /// <exception cref="RefusalException">It cannot be written; says why.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        try
        {
            Durable.Write(path, content);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new RefusalException($"{path} cannot be written: {failure.Message} Free space, or name a file in a folder that you may write.", inner: failure);
        }
    }
}
