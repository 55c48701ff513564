using System.Globalization;
using Noroshi.Capacity.Iati.Standard;
using Noroshi.Capacity.Iati.Xml;

namespace Noroshi.Capacity.Iati.Checking;

/// <summary>Looks at each activity or organisation as it passes and judges it by the rule set once it ends.</summary>
internal sealed class ActivityRules(Utf8Xml xml, Complaints complaints, DateOnly today)
{
    private static readonly int _ref = Name("ref"), _type = Name("type"), _date = Name("iso-date"), _percentage = Name("percentage"), _vocabulary = Name("vocabulary"),
        _vocabularyUri = Name("vocabulary-uri"), _significance = Name("significance"), _currency = Name("currency"), _defaultCurrency = Name("default-currency"), _version = Name("version");

    private readonly ActivityRecord _record = new();
    private int _narratives, _start, _end;
    private bool _hasReference, _isOwnVocabulary;

    /// <summary>An element begins.</summary>
    internal void Start(Spot spot, int depth)
    {
        switch (spot)
        {
            case Spot.Root:
                if (!Value(_version).SequenceEqual("2.03"u8)) complaints.Rule(IatiRules.Version, depth, "The file says another version than 2.03 and was judged as 2.03. Check whether its publisher has a newer file.");
                break;
            case Spot.Activity or Spot.Organisation:
                _record.Begin(Has(_defaultCurrency), Has(Iati203.Tables.LanguageAttribute));
                break;
            case Spot.ReportingOrganisation:
                _record.AddOwner(Value(_ref));
                Characters(Value(_ref), depth);
                break;
            case Spot.OtherIdentifier:
                if (Value(_type).SequenceEqual("B1"u8)) _record.AddOwner(Value(_ref));
                break;
            case Spot.ParticipatingOrganisation or Spot.Counterpart:
                (_narratives, _hasReference) = (0, !Value(_ref).IsEmpty);
                Characters(Value(_ref), depth);
                break;
            case Spot.ActivityDate:
                ActivityDate(depth);
                break;
            case Spot.Country:
                _record.Recipients.Add(Percentage(depth));
                break;
            case Spot.Region:
                if (IsStandard(Value(_vocabulary))) _record.Recipients.Add(Percentage(depth));
                else _record.OtherRegions++;
                break;
            case Spot.Sector:
                _record.SharesOf(Value(_vocabulary)).Add(Percentage(depth));
                OwnVocabulary(depth);
                break;
            case Spot.PolicyMarker:
                if (IsStandard(Value(_vocabulary)) && !Has(_significance)) complaints.Rule(IatiRules.Significance, depth, "A policy marker of the DAC has no significance. Add the attribute significance.");
                OwnVocabulary(depth);
                break;
            case Spot.Vocabulary:
                OwnVocabulary(depth);
                break;
            case Spot.Transaction:
                _record.BeginTransaction();
                break;
            case Spot.TransactionSector:
                _record.SectorOfTransaction();
                OwnVocabulary(depth);
                break;
            case Spot.TransactionRecipient:
                _record.TransactionHasRecipient = true;
                break;
            case Spot.TransactionDate:
                if (Day(_date) > today.DayNumber) complaints.Rule(IatiRules.Future, depth, "A transaction has a date in the future. Use planned-disbursement for what is planned.");
                break;
            case Spot.YearPeriod or Spot.Period:
                (_start, _end) = (0, 0);
                break;
            case Spot.PeriodStart:
                _start = Day(_date);
                break;
            case Spot.PeriodEnd:
                _end = Day(_date);
                break;
            case Spot.Money:
                if (!_record.HasCurrency && !Has(_currency) && !_record.ToldCurrency)
                {
                    _record.ToldCurrency = true;
                    complaints.Rule(IatiRules.Currency, depth, "An amount has no currency, and the activity names none for all. Add the attribute currency or default-currency.");
                }

                break;
            case Spot.Narrative:
                _narratives++;
                if (!_record.HasLanguage && !_record.ToldLanguage && depth > 2 && !Has(Iati203.Tables.LanguageAttribute))
                {
                    _record.ToldLanguage = true;
                    complaints.Rule(IatiRules.Language, depth, "A text has no language, and the activity names none for all. Add the attribute xml:lang.");
                }

                break;
        }
    }

    /// <summary>An element ends.</summary>
    internal void End(Spot spot, int depth, ReadOnlySpan<byte> value)
    {
        switch (spot)
        {
            case Spot.Identifier:
                _record.Identify(value);
                Characters(value, depth);
                break;
            case Spot.ParticipatingOrganisation or Spot.Counterpart:
                if (!_hasReference && _narratives == 0) complaints.Rule(IatiRules.Unnamed, depth, "An organisation has neither an identifier nor a name. Add ref or narrative.");
                break;
            case Spot.Sector or Spot.TransactionSector or Spot.PolicyMarker or Spot.Vocabulary:
                if (_isOwnVocabulary && _narratives == 0) complaints.Rule(IatiRules.OwnVocabulary, depth, "A code of the publisher's own vocabulary has no name, so nobody else understands it. Add narrative.");
                break;
            case Spot.YearPeriod or Spot.Period:
                Period(spot, depth);
                break;
            case Spot.Activity:
                ActivityVerdicts.Tell(_record, complaints, depth);
                break;
        }
    }

    private void ActivityDate(int depth)
    {
        var type = Value(_type);
        if (type is not [>= (byte)'1' and <= (byte)'4']) return;
        var day = Day(_date);
        _record.Take(type[0] - '0', day);
        if (type[0] is (byte)'2' or (byte)'4' && day > today.DayNumber) complaints.Rule(IatiRules.Future, depth, "An actual start or end lies in the future. Use the planned date until it has happened.");
    }

    private void Period(Spot spot, int depth)
    {
        if (_start == 0 || _end == 0) return;
        if (_end < _start) complaints.Rule(IatiRules.DateOrder, depth, "The period ends before it starts. Correct one of the days.");
        else if (spot == Spot.YearPeriod && _start < new DateOnly(9998, 1, 1).DayNumber && DateOnly.FromDayNumber(_end) > DateOnly.FromDayNumber(_start).AddYears(1)) complaints.Rule(IatiRules.YearLength, depth, "The period of a budget is longer than a year. Split it by year.");
    }

    private void OwnVocabulary(int depth)
    {
        _narratives = 0;
        _isOwnVocabulary = Value(_vocabulary) is [(byte)'9', (byte)'8' or (byte)'9'];
        if (_isOwnVocabulary && !Has(_vocabularyUri)) complaints.Rule(IatiRules.OwnVocabulary, depth, "A vocabulary of the publisher's own is not said where. Add vocabulary-uri.");
    }

    private decimal? Percentage(int depth)
    {
        if (!decimal.TryParse(XmlCharacters.Trim(Value(_percentage)), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share)) return null;
        if (share is < 0 or > 100) complaints.Rule(IatiRules.PercentageRange, depth, "A percentage is not between 0 and 100. Correct it.");
        return share;
    }

    private void Characters(ReadOnlySpan<byte> identifier, int depth)
    {
        if (identifier.ContainsAny("/&|?"u8)) complaints.Rule(IatiRules.IdentifierCharacters, depth, "An identifier has one of the characters / & | ?, which none may have. Use the registered identifier.");
    }

    private int Day(int name) => IatiValue.TryDate(Value(name), out var day) ? day : 0;

    private bool Has(int name) => !Value(name).IsEmpty;

    // What these rules read are codes, days, numbers and identifiers; a reference in one of them stays as written.
    private ReadOnlySpan<byte> Value(int name)
    {
        foreach (ref readonly var each in xml.Attributes) if (each.Known == name && name > 0) return xml.Raw(each);
        return default;
    }

    private static bool IsStandard(ReadOnlySpan<byte> vocabulary) => vocabulary.IsEmpty || vocabulary is [(byte)'1'];

    private static int Name(string name) => Iati203.Tables.Names.Find(System.Text.Encoding.ASCII.GetBytes(name));
}
