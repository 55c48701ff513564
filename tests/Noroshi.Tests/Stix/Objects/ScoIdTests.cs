using Noroshi.Stix;

namespace Noroshi.Tests.Stix.Objects;

/// <summary>Identifiers recomputed with another program's UUIDv5 over the JSON that section 2.9 describes.</summary>
public sealed class ScoIdTests
{
    [Theory]
    [InlineData("""{"type":"ipv4-addr","value":"198.51.100.3"}""", "ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4")]
    [InlineData("""{"type":"domain-name","value":"example.com","x_extra":1}""", "domain-name--bedb4899-d24b-5401-bc86-8f6b4cc18ec7")]
    [InlineData("""{"number":15139.0,"type":"autonomous-system","name":"does not count"}""", "autonomous-system--3aa27478-50b5-5ab8-9da9-cdc12b657fff")]
    [InlineData("""{"type":"directory","path":"C:\\Windows\\System32"}""", "directory--0a58d0c1-59e6-5afd-8252-dcd3f13e5622")]
    [InlineData("""{"type":"file","name":"foo.dll","size":25536,"hashes":{"SHA-256":"fe90a7e910cb3a4739bed9180e807e93fa70c90f25a8915476f5e4bfbac681db"}}""", "file--949eb97a-da1e-5292-8959-03c4249dc9f3")]
    public void Id_WhenSomethingContributes_IsThatOfTheSpecification(string json, string expected) => Of(json).ShouldBe(expected);

    [Theory]
    [InlineData("""{"type":"process","pid":314}""")]
    [InlineData("""{"type":"user-account","display_name":"Example"}""")]
    [InlineData("""{"type":"indicator"}""")]
    [InlineData("""{"type":"x-custom","value":"1"}""")]
    [InlineData("[]")]
    public void Id_WhenNothingContributes_IsNone(string json) => Of(json).ShouldBeNull();

    [Fact]
    public void Id_WhenThereAreSeveralHashes_DependsOnThePreferredOneAlone()
    {
        var both = Of("""{"type":"file","hashes":{"SHA-1":"a","MD5":"b"}}""");
        Of("""{"type":"file","hashes":{"MD5":"b"}}""").ShouldBe(both);
        Of("""{"type":"file","hashes":{"SHA-1":"a"}}""").ShouldNotBe(both);
    }

    private static string? Of(string json)
    {
        using var item = StixObject.Parse(System.Text.Encoding.UTF8.GetBytes(json));
        return ScoId.Of(item.Json);
    }
}
