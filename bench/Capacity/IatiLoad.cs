using System.Globalization;
using System.Text;

namespace Noroshi.Bench;

/// <summary>Writes a fictional file of IATI activities of a wanted size: valid, marked EXERCISE, identifiers that no register gives.</summary>
internal static class IatiLoad
{
    private const int FewestPayments = 2;
    private const int PaymentsSpan = 9;

    /// <summary>Writes it.</summary>
    /// <param name="path">Where.</param>
    /// <param name="bytes">At least how large.</param>
    /// <returns>How many activities it holds.</returns>
    public static long Write(string path, long bytes)
    {
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20) { NewLine = "\n" };
        file.WriteLine("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<iati-activities version=\"2.03\" generated-datetime=\"2026-11-28T00:00:00Z\">");
        var random = new Random(7);
        var count = 0L;
        while (file.BaseStream.Position < bytes) file.Write(Activity(++count, random));
        file.WriteLine("</iati-activities>");
        return count;
    }

    private static string Activity(long number, Random random)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
              <iati-activity default-currency="JPY" xml:lang="en" hierarchy="1" last-updated-datetime="2026-04-01T00:00:00Z">
                <iati-identifier>XX-EXERCISE-1-{number:0000000}</iati-identifier>
                <reporting-org ref="XX-EXERCISE-1" type="10"><narrative>EXERCISE Agency</narrative></reporting-org>
                <title><narrative>EXERCISE Establishment of a national CSIRT, phase {number}</narrative><narrative xml:lang="ja">演習：国家CSIRTの設立（第{number}期）</narrative></title>
                <description type="1"><narrative>EXERCISE. A project that trains analysts, equips sensors &amp; drafts a law. It is invented.</narrative></description>
                <participating-org ref="XX-EXERCISE-1" type="10" role="1"><narrative>EXERCISE Agency</narrative></participating-org>
                <participating-org ref="XX-EXERCISE-2" type="10" role="4"><narrative>EXERCISE Implementer</narrative></participating-org>
                <activity-status code="2"/>
                <activity-date type="1" iso-date="2024-04-01"/>
                <activity-date type="3" iso-date="2027-03-31"/>
                <recipient-country code="PH" percentage="60"/>
                <recipient-country code="ID" percentage="40"/>
                <sector vocabulary="1" code="22040" percentage="100"/>
                <sector vocabulary="99" vocabulary-uri="https://example.org/vocabulary" code="CY03" percentage="100"><narrative>EXERCISE CSIRT</narrative></sector>

            """);
        for (var year = 2024; year < 2027; year++)
        {
            text.Append(CultureInfo.InvariantCulture, $"""
                    <budget type="1" status="2">
                      <period-start iso-date="{year}-04-01"/>
                      <period-end iso-date="{year + 1}-03-31"/>
                      <value currency="JPY" value-date="{year}-04-01">{random.Next(1000, 99_999_999)}</value>
                    </budget>

                """);
        }

        for (var payment = FewestPayments + random.Next(PaymentsSpan); payment > 0; payment--)
        {
            text.Append(CultureInfo.InvariantCulture, $"""
                    <transaction ref="T{payment}">
                      <transaction-type code="3"/>
                      <transaction-date iso-date="2025-{1 + (payment % 12):00}-15"/>
                      <value currency="JPY" value-date="2025-04-01">{random.Next(1000, 9_999_999)}.50</value>
                      <description><narrative>EXERCISE payment no. {payment}</narrative></description>
                      <provider-org ref="XX-EXERCISE-1" type="10"><narrative>EXERCISE Agency</narrative></provider-org>
                      <receiver-org ref="XX-EXERCISE-2" type="10"><narrative>EXERCISE Implementer</narrative></receiver-org>
                    </transaction>

                """);
        }

        return text.Append("""
                <result type="1" aggregation-status="1">
                  <title><narrative>EXERCISE result</narrative></title>
                  <indicator measure="1" ascending="1">
                    <title><narrative>EXERCISE people trained</narrative></title>
                    <baseline year="2024" value="0"/>
                    <period>
                      <period-start iso-date="2024-04-01"/>
                      <period-end iso-date="2025-03-31"/>
                      <target value="100"/>
                      <actual value="80"/>
                    </period>
                  </indicator>
                </result>
              </iati-activity>

            """).ToString();
    }
}
