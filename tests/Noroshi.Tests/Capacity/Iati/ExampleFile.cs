using System.Text;

namespace Noroshi.Tests.Capacity.Iati;

/// <summary>A small valid file with one fictional activity for each number.</summary>
internal static class ExampleFile
{
    public static byte[] Of(params int[] numbers) => Encoding.UTF8.GetBytes(Text(numbers.Select(number => Activity(number))));

    public static string Text(IEnumerable<string> activities, string root = "version=\"2.03\"") => $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<iati-activities {root}>\n{string.Join("\n", activities)}\n</iati-activities>\n";

    /// <summary>An activity.</summary>
    /// <param name="number">Ends its identifier.</param>
    /// <param name="reporter">Who reports it.</param>
    /// <param name="budget">Amount of its budget; none where null.</param>
    /// <param name="paid">Amount of its transaction; none where null.</param>
    /// <param name="title">What it is called.</param>
    /// <param name="more">Further elements, at the place of an extension.</param>
    /// <param name="recipients">Countries and regions.</param>
    public static string Activity(int number, string reporter = "XX-EXERCISE-1", int? budget = 1000, int? paid = null, string title = "EXERCISE CSIRT", string more = "", string recipients = "<recipient-country code=\"PH\"/>") =>
        $"""
          <iati-activity xml:lang="en" default-currency="JPY">
            <iati-identifier>XX-EXERCISE-1-{number}</iati-identifier>
            <reporting-org ref="{reporter}" type="10"><narrative>EXERCISE Agency</narrative></reporting-org>
            <title><narrative>{title}</narrative><narrative xml:lang="ja">演習</narrative></title>
            <description><narrative>EXERCISE. Nothing of it is real.</narrative></description>
            <participating-org ref="XX-EXERCISE-1" role="1"/>
            <activity-status code="2"/>
            <activity-date type="2" iso-date="2025-04-01"/>
            {recipients}
            <sector code="22040"/>
            {(budget is null ? "" : $"""<budget><period-start iso-date="2025-04-01"/><period-end iso-date="2026-03-31"/><value value-date="2025-04-01">{budget}</value></budget>""")}
            {(paid is null ? "" : $"""<transaction><transaction-type code="3"/><transaction-date iso-date="2025-06-01"/><value value-date="2025-06-01">{paid}</value></transaction>""")}
            {more}
          </iati-activity>
        """;
}
