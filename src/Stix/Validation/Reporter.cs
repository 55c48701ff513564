using System.Globalization;
using System.Text;

namespace Noroshi.Stix;

/// <summary>Knows where in an object the validation stands; a pointer is only written when something is found.</summary>
internal sealed class Reporter(StixReport report)
{
    private readonly List<(string? Name, int Index)> _path = [];
    private int _document;
    private int _position;

    public int Depth => _path.Count;

    public void Begin(StixObject item)
    {
        _path.Clear();
        (_document, _position) = (item.Document, item.Position);
    }

    public void Enter(string name) => _path.Add((name, 0));

    public void Enter(int index) => _path.Add((null, index));

    public void Leave() => _path.RemoveAt(_path.Count - 1);

    public void Error(string rule, string message) => report.Error(new StixFinding(_document, Pointer(), rule, message));

    public void Warn(string rule, string message) => report.Warn(new StixFinding(_document, Pointer(), rule, message));

    public void ErrorAt(string name, string rule, string message)
    {
        Enter(name);
        Error(rule, message);
        Leave();
    }

    public void WarnAt(string name, string rule, string message)
    {
        Enter(name);
        Warn(rule, message);
        Leave();
    }

    private string Pointer()
    {
        var pointer = new StringBuilder();
        if (_position >= 0) pointer.Append(CultureInfo.InvariantCulture, $"/objects/{_position}");
        foreach (var (name, index) in _path)
        {
            pointer.Append('/');
            if (name is null) pointer.Append(CultureInfo.InvariantCulture, $"{index}");
            else pointer.Append(name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
        }

        return pointer.ToString();
    }
}
