namespace Noroshi.Capacity.Iati.Standard;

/// <summary>Budgets, planned disbursements, transactions, and the additions of the creditor reporting system.</summary>
internal static class MoneyShapes
{
    internal static void Add(Shapes shapes, CommonShapes common, ElementType aidType, Dictionary<string, ElementType> globals)
    {
        var narratives = shapes.Any("narrative", common.Narrative);
        var (start, end, value) = (shapes.One("period-start", common.PeriodStart), shapes.One("period-end", common.PeriodEnd), shapes.One("value", common.Money));
        globals["budget"] = shapes.At(Spot.YearPeriod, "type=@BudgetType status=@BudgetStatus", start, end, value);

        var provider = shapes.Maybe("provider-org", shapes.At(Spot.Counterpart, "ref provider-activity-id type=@OrganisationType", narratives));
        var receiver = shapes.Maybe("receiver-org", shapes.At(Spot.Counterpart, "ref receiver-activity-id type=@OrganisationType", narratives));
        globals["planned-disbursement"] = shapes.At(Spot.Period, "type=@BudgetType", start, shapes.Maybe("period-end", common.PeriodEnd), value, provider, receiver);

        globals["transaction"] = shapes.At(
            Spot.Transaction, "ref humanitarian=Boolean",
            shapes.One("transaction-type", shapes.Code("TransactionType")),
            shapes.One("transaction-date", shapes.At(Spot.TransactionDate, "iso-date=Date!")),
            value,
            shapes.Maybe("description", common.Named),
            provider,
            receiver,
            shapes.Maybe("disbursement-channel", shapes.Code("DisbursementChannel")),
            shapes.Any("sector", shapes.At(Spot.TransactionSector, "vocabulary vocabulary-uri=Uri code!", narratives)),
            shapes.Maybe("recipient-country", shapes.At(Spot.TransactionRecipient, "code!", narratives)),
            shapes.Maybe("recipient-region", shapes.At(Spot.TransactionRecipient, "code! vocabulary vocabulary-uri=Uri", narratives)),
            shapes.Maybe("flow-type", shapes.Code("FlowType")),
            shapes.Maybe("finance-type", common.Code),
            shapes.Any("aid-type", aidType),
            shapes.Maybe("tied-status", shapes.Code("TiedStatus")));

        var amount = shapes.Value(ValueKind.Decimal, isOpen: false);
        var terms = shapes.Element(
            "rate-1=Decimal rate-2=Decimal",
            shapes.Maybe("repayment-type", common.Code), shapes.Maybe("repayment-plan", common.Code),
            shapes.Maybe("commitment-date", common.Date), shapes.Maybe("repayment-first-date", common.Date), shapes.Maybe("repayment-final-date", common.Date));
        var status = shapes.Element(
            "year=Decimal! currency value-date=Date!",
            shapes.Maybe("interest-received", amount), shapes.Maybe("principal-outstanding", amount), shapes.Maybe("principal-arrears", amount), shapes.Maybe("interest-arrears", amount));
        globals["crs-add"] = shapes.Element(
            "",
            shapes.Any("other-flags", shapes.Element("code! significance=Boolean!")),
            shapes.Maybe("loan-terms", terms),
            shapes.Maybe("loan-status", status),
            shapes.Maybe("channel-code", shapes.Value(ValueKind.Text, isOpen: false)));
        globals["fss"] = shapes.Element(
            "extraction-date=Date! priority=Boolean phaseout-year=Decimal",
            shapes.Any("forecast", shapes.Value(ValueKind.Decimal, "year=Decimal! currency value-date=Date")));
    }
}
