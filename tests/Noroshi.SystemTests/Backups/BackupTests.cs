using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Noroshi.SystemTests.Running;

namespace Noroshi.SystemTests.Backups;

/// <summary>A backup taken while the node serves comes back whole; an archive that was tampered with does not come back at all.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Data => _folder.Below("d");

    private string Archive => _folder.Below("b.tar.gz");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Backup_WhenTheNodeServes_RestoresToTheSameFiles()
    {
        await using (var node = await NodeProcess.ServeAsync(Data))
        {
            await File.WriteAllTextAsync(Path.Combine(Data, "map.json"), "{}");
            var taken = (await Verb.RunAsync("backup", "--data", Data, "--out", Archive, "--json")).Succeeded().Json;
            taken.GetProperty("files").GetInt32().ShouldBeGreaterThanOrEqualTo(3);
            File.GetUnixFileMode(Archive).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            (await node.StopAsync()).ShouldBe(0);
        }
        (await Verb.RunAsync("restore", "--in", Archive, "--data", _folder.Below("r"), "--json")).Succeeded();
        (await File.ReadAllTextAsync(_folder.Below("r/map.json"))).ShouldBe("{}");
        Directory.GetFiles(_folder.Below("r/keys")).Length.ShouldBe(Directory.GetFiles(Path.Combine(Data, "keys")).Length);
        (await Verb.RunAsync("doctor", "--data", _folder.Below("r"), "--urls", "http://127.0.0.1:0", "--json")).Succeeded().Json.GetProperty("ok").GetBoolean().ShouldBeTrue();
        await using var again = await NodeProcess.ServeAsync(_folder.Below("r"));
    }

    [Fact]
    public async Task Backup_WhenNoNodeServes_OpensTheStoresItself()
    {
        await using (var node = await NodeProcess.ServeAsync(Data))
            await node.StopAsync();
        (await Verb.RunAsync("backup", "--data", Data, "--out", Archive)).Succeeded().Out.ShouldContain("verified");
        (await Verb.RunAsync("restore", "--in", Archive, "--data", _folder.Below("r"))).Succeeded();
    }

    [Fact]
    public async Task Backup_WhenTheNodeWasKilled_StillWorks()
    {
        await using (var node = await NodeProcess.ServeAsync(Data))
            await node.KillAsync();
        File.Exists(Path.Combine(Data, "control.sock")).ShouldBeTrue("the socket a killed node leaves is the case under test");
        (await Verb.RunAsync("backup", "--data", Data, "--out", Archive)).Succeeded();
    }

    [Fact]
    public async Task Backup_WhenTheFileExistsOrTheFolderDoesNot_IsRefused()
    {
        (await Verb.RunAsync("backup", "--data", Data, "--out", Archive)).Refused(2, "no data folder");
        Directory.Exists(Data).ShouldBeFalse();
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(Archive, "the only older backup");
        (await Verb.RunAsync("backup", "--data", Data, "--out", Archive)).Refused(2, "exists already");
        (await File.ReadAllTextAsync(Archive)).ShouldBe("the only older backup");
    }

    [Fact]
    public async Task Backup_WhenTheDiskIsFull_LeavesNothingHalf()
    {
        await using (var node = await NodeProcess.ServeAsync(Data))
            await node.StopAsync();
        await File.WriteAllBytesAsync(Path.Combine(Data, "map.json"), RandomNumberGenerator.GetBytes(4 << 20));
        using var disk = SmallDisk.Mount(2);
        (await Verb.RunAsync("backup", "--data", Data, "--out", Path.Combine(disk.Path, "b.tar.gz"))).Refused(3, "not written");
        Directory.EnumerateFileSystemEntries(disk.Path).ShouldBeEmpty();
        Directory.EnumerateDirectories(Data, ".backup-*").ShouldBeEmpty();
    }

    [Fact]
    public async Task Restore_WhenTheFolderHoldsSomething_IsRefused()
    {
        Pack(("a.txt", "a"));
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(Path.Combine(Data, "precious"), "");
        (await Verb.RunAsync("restore", "--in", Archive, "--data", Data)).Refused(3, "not empty");
        File.Exists(Path.Combine(Data, "precious")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("../escaped")]
    [InlineData("/tmp/escaped-noroshi")]
    [InlineData("keys/../../escaped")]
    [InlineData("keys/./x")]
    [InlineData("keys//x")]
    [InlineData("a\u0000b")]
    public async Task Restore_WhenAPathLeavesTheFolder_WritesNothing(string path)
    {
        Pack((path, "gotcha"));
        await RefusedWhole("not allowed");
        File.Exists(_folder.Below("escaped")).ShouldBeFalse();
        File.Exists("/tmp/escaped-noroshi").ShouldBeFalse();
    }

    [Fact]
    public async Task Restore_WhenAnEntryIsALink_WritesNothing()
    {
        Pack(tar => tar.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, "keys") { LinkName = "/etc" }), ("keys", ""));
        await RefusedWhole("not what its manifest says");
    }

    [Fact]
    public async Task Restore_WhenAFileIsNotInTheManifest_WritesNothing()
    {
        Pack(tar => tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "more") { DataStream = new MemoryStream([1]) }));
        await RefusedWhole("does not name");
    }

    [Fact]
    public async Task Restore_WhenAFileWasChanged_WritesNothing()
    {
        Pack(tar => tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "a") { DataStream = new MemoryStream("other"u8.ToArray()) }), ("a", "those"));
        await RefusedWhole("digest differs");
    }

    [Fact]
    public async Task Restore_WhenAFileIsMissing_WritesNothing()
    {
        Pack(_ => { }, ("a", "never packed"));
        await RefusedWhole("cut off");
    }

    [Theory]
    [InlineData("")]
    [InlineData("this is no archive")]
    public async Task Restore_WhenTheFileIsNoArchive_WritesNothing(string content)
    {
        await File.WriteAllTextAsync(Archive, content);
        await RefusedWhole("not a backup");
    }

    [Fact]
    public async Task Restore_WhenTheArchiveIsCutOffAnywhere_WritesNothing()
    {
        Pack(("a", Convert.ToHexString(RandomNumberGenerator.GetBytes(4096))), ("b", "b"));
        var whole = await File.ReadAllBytesAsync(Archive);
        for (var part = 1; part < 6; part++)
        {
            await File.WriteAllBytesAsync(Archive, whole[..(whole.Length * part / 6)]);
            await RefusedWhole("not a backup");
        }
    }

    private async Task RefusedWhole(string said)
    {
        (await Verb.RunAsync("restore", "--in", Archive, "--data", _folder.Below("r"))).Refused(2, said);
        Directory.EnumerateFileSystemEntries(_folder.Path).Where(entry => entry != Archive).ShouldBeEmpty();
    }

    private void Pack(params (string Path, string Text)[] files) => Pack(
        tar =>
        {
            foreach (var (path, text) in files)
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, path.Replace("\0", "", StringComparison.Ordinal)) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) });
        },
        files);

    private void Pack(Action<TarWriter> entries, params (string Path, string Text)[] manifest)
    {
        using var file = File.Create(Archive);
        using var zip = new GZipStream(file, CompressionLevel.Fastest);
        using var tar = new TarWriter(zip);
        var json = JsonSerializer.SerializeToUtf8Bytes(new
        {
            format = 1,
            version = "test",
            takenAt = DateTimeOffset.UnixEpoch,
            state = "JP",
            guidance = Array.Empty<string>(),
            files = manifest.Select(entry => new
            {
                path = entry.Path,
                size = Encoding.UTF8.GetByteCount(entry.Text),
                sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(entry.Text))),
            }),
        });
        tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "manifest.json") { DataStream = new MemoryStream(json) });
        entries(tar);
    }
}
