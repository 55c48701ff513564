using System.Text;
using Noroshi.Stix;

namespace Noroshi.Tests.Stix.Validation;

/// <summary>What is found, where, under which name; each line is one small change to a good object.</summary>
public sealed class StixValidatorTests
{
    private const string Identity = """ "type":"identity","spec_version":"2.1","id":"identity--8ae20dde-83d4-4218-88fd-41ef0dabf9d1","created":"2016-08-22T14:09:00.123Z","modified":"2016-08-22T14:09:00.123Z","name":"n" """;
    private const string Indicator = """ "type":"indicator","spec_version":"2.1","id":"indicator--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f","created":"2016-04-06T20:03:48.000Z","modified":"2016-04-06T20:03:48.000Z","name":"n","description":"d","pattern_type":"stix","valid_from":"2016-04-06T20:03:48Z" """;

    [Theory]
    [InlineData("""{$,"confidence":101}""", "/confidence", "range")]
    [InlineData("""{$,"confidence":"high"}""", "/confidence", "type")]
    [InlineData("""{$,"confidence":1.5}""", "/confidence", "type")]
    [InlineData("""{$,"labels":[]}""", "/labels", "empty")]
    [InlineData("""{$,"labels":["a",1]}""", "/labels/1", "type")]
    [InlineData("""{$,"lang":"español"}""", "/lang", "language")]
    [InlineData("""{$,"lang":"zz"}""", "/lang", "language")]
    [InlineData("""{$,"revoked":"false"}""", "/revoked", "type")]
    [InlineData("""{$,"name":"twice"}""", "/name", "duplicate-name")]
    [InlineData("""{$,"x_thing":{"a":1,"a":2}}""", "/x_thing/a", "duplicate-name")]
    [InlineData("""{$,"x_thing":{}, "sectors":"one"}""", "/sectors", "type")]
    [InlineData("""{$,"created_by_ref":"identity--1"}""", "/created_by_ref", "identifier")]
    [InlineData("""{$,"object_marking_refs":["identity--8ae20dde-83d4-4218-88fd-41ef0dabf9d1"]}""", "/object_marking_refs/0", "reference")]
    [InlineData("""{$,"external_references":[{"description":"d"}]}""", "/external_references/0", "required")]
    [InlineData("""{$,"external_references":[{"source_name":"s"}]}""", "/external_references/0", "any-of")]
    [InlineData("""{$,"external_references":[{"source_name":"cve","external_id":"CVE-2016-12"}]}""", "/external_references/0", "external-id")]
    [InlineData("""{$,"external_references":[{"source_name":"s","url":"no uri"}]}""", "/external_references/0/url", "uri")]
    [InlineData("""{$,"granular_markings":[{"selectors":["description"],"lang":"ja"}]}""", "/granular_markings/0/selectors", "selector")]
    [InlineData("""{$,"granular_markings":[{"selectors":["name"]}]}""", "/granular_markings/0", "one-of")]
    [InlineData("""{$,"extensions":{}}""", "/extensions", "empty")]
    [InlineData("""{$,"extensions":{"extension-definition--04b2d3ef-d061-4912-ab77-6bbe807a5bd5":{"extension_type":"other"}}}""", "/extensions/extension-definition--04b2d3ef-d061-4912-ab77-6bbe807a5bd5/extension_type", "enumeration")]
    [InlineData("""{$,"extensions":{"ntfs-ext":{"sid":"s"}}}""", "/extensions/ntfs-ext", "extension")]
    [InlineData("""{$,"mp":"short"}""", "/mp", "property-name")]
    [InlineData("""{$,"severity":1}""", "/severity", "reserved")]
    [InlineData("""{$,"x_a~b/c":1}""", "/x_a~0b~1c", "property-name")]
    [InlineData("""{$,"roles":["\ud800"]}""", "/roles/0", "unicode")]
    public void Identity_WhenSomethingIsWrong_IsTold(string json, string at, string rule) => Errors(json.Replace("$", Identity, StringComparison.Ordinal)).ShouldBe([(at, rule)]);

    [Theory]
    [InlineData("""{$,"pattern":"[file:size = 1"}""", "/pattern", "pattern")]
    [InlineData("""{$,"pattern":"[ab:size = 1]"}""", "/pattern", "type-name")]
    [InlineData("""{$,"pattern":"[file:size = 1]","valid_until":"2016-04-06T20:03:48.0Z"}""", "/valid_until", "order")]
    [InlineData("""{$,"pattern":"[file:size = 1]","kill_chain_phases":[{"kill_chain_name":"k"}]}""", "/kill_chain_phases/0", "required")]
    [InlineData("""{$}""", "", "required")]
    public void Indicator_WhenSomethingIsWrong_IsTold(string json, string at, string rule) => Errors(json.Replace("$", Indicator, StringComparison.Ordinal)).ShouldBe([(at, rule)]);

    [Theory]
    [InlineData("""{"type":"ipv4-addr","id":"ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4","value":"198.51.100.300"}""", "/value", "address")]
    [InlineData("""{"type":"ipv6-addr","id":"ipv6-addr--28bb3599-77cd-4a82-a950-b5bc3caf07c4","value":"::1%eth0"}""", "/value", "address")]
    [InlineData("""{"type":"mac-addr","id":"mac-addr--28bb3599-77cd-4a82-a950-b5bc3caf07c4","value":"D2:FB:49:24:37:18"}""", "/value", "address")]
    [InlineData("""{"type":"file","id":"file--28bb3599-77cd-4a82-a950-b5bc3caf07c4","size":-1,"name":"n"}""", "/size", "range")]
    [InlineData("""{"type":"file","id":"file--28bb3599-77cd-4a82-a950-b5bc3caf07c4","size":1}""", "", "any-of")]
    [InlineData("""{"type":"file","id":"file--28bb3599-77cd-4a82-a950-b5bc3caf07c4","hashes":{"MD5":"zz"}}""", "/hashes/MD5", "hash")]
    [InlineData("""{"type":"artifact","id":"artifact--28bb3599-77cd-4a82-a950-b5bc3caf07c4","url":"https://example.com/"}""", "", "together")]
    [InlineData("""{"type":"network-traffic","id":"network-traffic--28bb3599-77cd-4a82-a950-b5bc3caf07c4","protocols":["tcp"],"src_ref":"file--28bb3599-77cd-4a82-a950-b5bc3caf07c4"}""", "/src_ref", "reference")]
    [InlineData("""{"type":"process","id":"process--28bb3599-77cd-4a82-a950-b5bc3caf07c4"}""", "", "empty")]
    [InlineData("""{"type":"windows-registry-key","id":"windows-registry-key--28bb3599-77cd-4a82-a950-b5bc3caf07c4","key":"HKLM\\Foo"}""", "/key", "registry-key")]
    [InlineData("""{"type":"X-bad","id":"X-bad--28bb3599-77cd-4a82-a950-b5bc3caf07c4","spec_version":"2.1","created":"2016-08-22T14:09:00.123Z","modified":"2016-08-22T14:09:00.123Z"}""", "/type", "type-name")]
    [InlineData("""{"id":"file--28bb3599-77cd-4a82-a950-b5bc3caf07c4"}""", "", "required")]
    [InlineData("[]", "", "object")]
    [InlineData("{", "", "json")]
    [InlineData("", "", "json")]
    public void Object_WhenSomethingIsWrong_IsTold(string json, string at, string rule) => Errors(json).ShouldBe([(at, rule)]);

    [Fact]
    public void Bundle_WhenItsObjectsAreWrong_PointsIntoIt()
    {
        var report = Validate($$"""{"type":"bundle","id":"bundle--44af6c39-c09b-49c5-9de2-394224b04982","objects":[{ {{Identity}} },{ {{Identity}}, "lang":"x"},7]}""");
        report.Objects.ShouldBe(3);
        report.Errors.Select(error => (error.Pointer, error.Rule)).ShouldBe([("/objects/1/lang", "language"), ("/objects/2", "object")]);
        report.Warnings.ShouldContain(warning => warning.Pointer == "/objects/1" && warning.Rule == "duplicate-id");
    }

    [Theory]
    [InlineData("""{"type":"ipv4-addr","id":"ipv4-addr--00000000-0000-5000-8000-000000000000","value":"198.51.100.3"}""", "/id", "id-recompute", true)]
    [InlineData("""{"type":"ipv4-addr","id":"ipv4-addr--28bb3599-77cd-3a82-a950-b5bc3caf07c4","value":"198.51.100.3"}""", "/id", "id-version", false)]
    [InlineData("""{"type":"location","spec_version":"2.1","id":"location--a6e9345f-5a15-4c29-8bb3-7dcc5d168d64","created":"2016-04-06T20:03:00.000Z","modified":"2016-04-06T20:03:00.000Z","country":"xx"}""", "/country", "country", false)]
    [InlineData("""{"type":"identity","id":"identity--8ae20dde-83d4-4218-88fd-41ef0dabf9d1","created":"2016-08-22T14:09:00.123Z","modified":"2016-08-22T14:09:00.123Z","name":"n","identity_class":"group"}""", "", "spec-version", false)]
    [InlineData("""{"type":"relationship","spec_version":"2.1","id":"relationship--44298a74-ba52-4f0c-87a3-1824e67d7fad","created":"2016-04-06T20:03:00.000Z","modified":"2016-04-06T20:03:00.000Z","relationship_type":"uses","source_ref":"tool--44298a74-ba52-4f0c-87a3-1824e67d7fad","target_ref":"malware--44298a74-ba52-4f0c-87a3-1824e67d7fad"}""", "", "relationship-type", false)]
    public void Object_WhenSomethingIsUnwise_IsValidAndWarnedOf(string json, string at, string rule, bool strictly)
    {
        var report = Validate(json);
        report.Errors.ShouldBeEmpty();
        report.Warnings.Select(warning => (warning.Pointer, warning.Rule)).ShouldBe([(at, rule)]);
        report.IsStrictlyValid.ShouldBe(strictly);
    }

    [Fact]
    public void Findings_WhenThereAreVeryMany_AreCountedAndTheFirstKept()
    {
        var report = Validate("{" + Identity + ",\"labels\":[" + string.Join(',', Enumerable.Repeat("1", StixReport.Kept + 5)) + "]}");
        report.Errors.Count.ShouldBe(StixReport.Kept);
        report.ErrorCount.ShouldBe(StixReport.Kept + 5);
    }

    [Fact]
    public void Messages_WhenGiven_SayWhatWasFoundAndWhatToDo() =>
        Validate("{" + Identity + ",\"confidence\":101}").Errors.ShouldHaveSingleItem().Message.ShouldBe("101 is out of range; it lies between 0 and 100.");

    private static List<(string, string)> Errors(string json) => [.. Validate(json).Errors.Select(error => (error.Pointer, error.Rule))];

    private static StixReport Validate(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return StixValidator.Validate(stream);
    }
}
