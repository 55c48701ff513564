using System.Text;

namespace Noroshi.Tests.Observatory.Reading.Suricata;

/// <summary>Writes EVE lines as Suricata does, in several shapes.</summary>
internal static class EveLines
{
    public const string Flow = """{"timestamp":"2025-06-01T10:00:00.123456+0900","flow_id":1374195536821504,"in_iface":"eth0","event_type":"flow","src_ip":"240.1.2.3","src_port":51698,"dest_ip":"198.18.1.129","dest_port":445,"proto":"TCP","app_proto":"failed","flow":{"pkts_toserver":3,"pkts_toclient":0,"bytes_toserver":180,"bytes_toclient":0,"start":"2025-06-01T10:00:00.000000+0900","state":"new"},"tcp":{"syn":true}}""";
    public const string Alert = """{"timestamp":"2025-06-01T01:00:00.000001Z","flow_id":7,"pcap_cnt":313,"event_type":"alert","src_ip":"2001:db8::5","src_port":1,"dest_ip":"2001:db8::6","dest_port":53,"proto":"UDP","metadata":{"flowbits":["a{","b]\u0041"]},"alert":{"action":"allowed","gid":1,"metadata":{"tag":["x"]},"signature":"EXERCISE probe","category":"c"},"flow":{"pkts_toserver":1}}""";
    public const string Ping = """{"timestamp":"2025-06-01T01:00:00.000001+00:00","flow_id":7,"event_type":"flow","src_ip":"240.0.0.9","dest_ip":"198.18.0.1","proto":"ICMP","icmp_type":8,"icmp_code":0,"flow":{"pkts_toserver":1,"pkts_toclient":1,"bytes_toserver":98}}""";
    public const string Dns = """{"timestamp":"2025-06-01T01:00:00.000001+0000","flow_id":7,"event_type":"dns","src_ip":"240.0.0.9","src_port":5,"dest_ip":"198.18.0.1","dest_port":53,"proto":"UDP","dns":{"rrname":"example.invalid"}}""";

    private static readonly string[] Shapes =
    [
        Flow, Alert, Ping, Dns,
        """{"event_type":"flow","timestamp":"2025-06-01T01:00:00Z","proto":"tcp","dest_port":22,"src_port":9,"dest_ip":"198.18.0.2","src_ip":"240.0.0.1","flow":{"bytes_toserver":5,"pkts_toclient":2,"pkts_toserver":1}}""",
        """{ "timestamp" : "2025-06-01T01:00:00Z", "event_type" : "alert", "src_ip":"240.0.0.1", "dest_ip":"198.18.0.2", "proto":"GRE", "alert":{"signature":"caf\u00e9 \"x\" 狼煙"}}""",
        """{"timestamp":"2025-06-01T10:00:00.123456+0900","flow_id":1,"event_type":"alert","src_ip":"240.1.2.3","src_port":1,"dest_ip":"198.18.1.1","dest_port":2,"proto":"TCP","payload_printable":"\"src_ip\":\"198.18.0.1\"","alert":{"signature_id":5,"signature":"first","signature":"second"}}""",
        """{"timestamp":"2025-06-01T10:00:00.123456+0900","flow_id":1,"event_type":"flow","src_ip":"240.1.2.3","dest_ip":"198.18.1.1","proto":"TCP","flow":{"pkts_toserver":1,"pkts_toclient":0,"bytes_toserver":60},"src_port":1,"dest_port":2}""",
        """{"timestamp":"2025-06-01T10:00:00.123456+0900","vlan":[5],"event_type":"flow","src_ip":"240.1.2.3","src_port":1,"dest_ip":"198.18.1.1","dest_port":2,"proto":"TCP","nested":{"flow":{"pkts_toserver":9}},"flow":{"pkts_toserver":1,"pkts_toclient":0,"bytes_toserver":60}}""",
        """{"timestamp":"2025-06-01T10:00:00.123456+0900","flow_id":-1,"event_type":"flow","src_ip":"240.1.2.3","src_port":1.5,"dest_ip":"198.18.1.1","dest_port":70000,"proto":"TCP","flow":{"pkts_toserver":99999999999999999999,"pkts_toclient":1e3,"bytes_toserver":007}}""",
        """{"timestamp":"2025-06-01T10:00:00.123456+0900","flow_id":1,"event_type":"stats","stats":{"uptime":1}}""",
    ];

    public static byte[] Any(Random random) => Encoding.UTF8.GetBytes(Shapes[random.Next(Shapes.Length)]);
}
