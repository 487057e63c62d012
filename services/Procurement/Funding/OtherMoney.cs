namespace Regio.Procurement.Funding;

/// <summary>What a provider is paid beside tariffs, around a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Subsidies">For activities in its calendar year, or with something to do or to pay in it; newest first.</param>
/// <param name="Funding">What holds in its calendar year; newest first.</param>
internal sealed record OtherMoney(DateOnly Day, IReadOnlyList<Subsidy> Subsidies, IReadOnlyList<ProviderFunding> Funding)
{
    /// <summary>What subsidies amount to by decisions up to the day.</summary>
    public long SubsidyAgreedCents => Subsidies.Sum(subsidy => subsidy.AgreedCentsOn(Day));

    /// <summary>What the provider has of them by the day.</summary>
    public long SubsidyPaidCents => Subsidies.Sum(subsidy => subsidy.PaidCentsOn(Day));

    /// <summary>The instalments of the calendar year.</summary>
    public long FundingAgreedCents => Funding.SelectMany(funding => funding.In(Day.Year)).Sum(instalment => instalment.Cents);

    /// <summary>Those of them whose time has begun by the day.</summary>
    public long FundingDueCents => Funding.Sum(funding => funding.DueCentsOn(Day));
}
