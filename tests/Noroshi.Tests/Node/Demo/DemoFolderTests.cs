using Noroshi.Node.Demo;
using Noroshi.Storage;

namespace Noroshi.Tests.Node.Demo;

public sealed class DemoFolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("noroshi-demo-folder-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Prepare_WhenTheFolderIsNew_MarksIt()
    {
        var path = DemoFolder.Prepare(Path.Combine(folder, "new"));
        File.Exists(Path.Combine(path, "EXERCISE")).ShouldBeTrue();
        DemoFolder.Prepare(path).ShouldBe(path);
    }

    [Fact]
    public void Prepare_WhenANodeKeepsRealDataThere_RefusesAndChangesNothing()
    {
        File.WriteAllText(Path.Combine(folder, "records.db"), "real");
        Should.Throw<RefusalException>(() => DemoFolder.Prepare(folder)).Message.ShouldContain("empty folder");
        Directory.GetFileSystemEntries(folder).Length.ShouldBe(1);
    }

    [Fact]
    public void Prepare_WhenThePathIsAFile_SaysWhatToDo()
    {
        var file = Path.Combine(folder, "file");
        File.WriteAllText(file, string.Empty);
        Should.Throw<RefusalException>(() => DemoFolder.Prepare(Path.Combine(file, "below"))).Message.ShouldContain("--data");
    }
}
