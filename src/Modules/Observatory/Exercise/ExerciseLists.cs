using System.Globalization;
using System.Text;
using Noroshi.Observatory.Enrichment;

namespace Noroshi.Observatory.Exercise;

/// <summary>The lists of the exercise, in the form that operators keep them in: address plan, overlay, research scanners.</summary>
internal static class ExerciseLists
{
    /// <summary>Writes the three lists where <see cref="EnrichmentFiles.In"/> finds them.</summary>
    public static void Write(string folder)
    {
        Put(folder, "address-plan.csv", AddressPlan());
        Put(folder, "exercise-overlay.csv", Overlay());
        Put(folder, "research-scanners.csv", ResearchScanners());
    }

    public static string AddressPlan()
    {
        var text = Start(Enrichment.AddressPlan.Header);
        foreach (var organisation in ExerciseOrganisation.All)
        {
            foreach (var prefix in (string[])[organisation.IPv4Prefix, organisation.IPv6Prefix])
            {
                text.Append(CultureInfo.InvariantCulture, $"{prefix},{organisation.Id},\"{organisation.English}\",{organisation.Japanese},{organisation.Sector},{organisation.Kind},JP\n");
            }
        }

        return text.ToString();
    }

    public static string Overlay()
    {
        var text = Start(Enrichment.Overlay.Header);
        foreach (var network in ExerciseNetworks.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"{network.IPv4Prefix},{network.Country},{network.Asn},{network.Name},EXERCISE\n");
            text.Append(CultureInfo.InvariantCulture, $"{network.IPv6Prefix},{network.Country},{network.Asn},{network.Name},EXERCISE\n");
        }

        foreach (var survey in ExerciseSurvey.All) text.Append(CultureInfo.InvariantCulture, $"{survey.Prefix},{survey.Country},{survey.Asn},{survey.Name},EXERCISE\n");

        // The targets are at home, and so are answers that come from them.
        text.Append("198.18.0.0/15,JP,64534,EXERCISE home network,EXERCISE\n2001:db8:f000::/36,JP,64534,EXERCISE home network,EXERCISE\n");
        return text.ToString();
    }

    public static string ResearchScanners()
    {
        var text = Start(Enrichment.ResearchScanners.Header);
        foreach (var survey in ExerciseSurvey.All) text.Append(CultureInfo.InvariantCulture, $"{survey.Name},{survey.Prefix},invented for the exercise,2026-03-01,A\n");
        return text.ToString();
    }

    private static StringBuilder Start(string header) => new($"# EXERCISE: everything in this file is invented.\n{header}\n");

    private static void Put(string folder, string name, string content)
    {
        // Written only when it differs, so that a second run changes nothing.
        var path = Path.Combine(folder, name);
        if (!File.Exists(path) || File.ReadAllText(path) != content) File.WriteAllText(path, content);
    }
}
