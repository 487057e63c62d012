namespace Regio.Reporting.Monitor;

/// <summary>Where a figure is published.</summary>
/// <param name="Title">The document or register.</param>
/// <param name="Place">The place inside it.</param>
public sealed record SourceView(string Title, string Place);

/// <summary>One published figure.</summary>
public sealed record FigureView
{
    /// <summary>Heading under which it is shown.</summary>
    public required string Theme { get; init; }

    /// <summary>Stable code, such as youth-care-use.</summary>
    public required string Indicator { get; init; }

    /// <summary>Name in Dutch.</summary>
    public required string Label { get; init; }

    /// <summary>Exactly as published.</summary>
    public required string Value { get; init; }

    /// <summary>The number, where what is published is one.</summary>
    public required decimal? Number { get; init; }

    /// <summary>Unit code, such as persons or percent.</summary>
    public required string Unit { get; init; }

    /// <summary>Year, day or span as published.</summary>
    public required string Period { get; init; }

    /// <summary>Code of the area.</summary>
    public required string AreaId { get; init; }

    /// <summary>Name of the area.</summary>
    public required string AreaName { get; init; }

    /// <summary>What a share is a share of; empty when it is none or the source does not say.</summary>
    public required string Denominator { get; init; }

    /// <summary>definitive, forecast, calculated or claim.</summary>
    public required string Status { get; init; }

    /// <summary>Where it is published.</summary>
    public required SourceView Source { get; init; }

    /// <summary>What a reader must know; often empty.</summary>
    public required string Remark { get; init; }
}

/// <summary>A municipality of the area. What is not known is absent, never zero.</summary>
public sealed record MunicipalityView
{
    /// <summary>CBS code.</summary>
    public required string Id { get; init; }

    /// <summary>Name in Dutch.</summary>
    public required string Name { get; init; }

    /// <summary>Code of its procurement region today; empty when not known.</summary>
    public required string ProcurementRegionId { get; init; }

    /// <summary>Name of that region.</summary>
    public required string ProcurementRegionName { get; init; }

    /// <summary>Young people.</summary>
    public required int? Youth { get; init; }

    /// <summary>Age group that was counted, as the source labels it; empty when not known.</summary>
    public required string AgeLabel { get; init; }

    /// <summary>Day that was counted.</summary>
    public required DateOnly? ReferenceDate { get; init; }

    /// <summary>Where it is published.</summary>
    public required SourceView? Source { get; init; }

    /// <summary>Names of the municipalities whose counts were added up, where others went over into it since; empty: published as it is.</summary>
    public IReadOnlyList<string> YouthOf { get; init; } = [];

    /// <summary>Percentage in the key as published, with those of the municipalities that went over into it.</summary>
    public required decimal? KeyPercentage { get; init; }

    /// <summary>Sum of its shares and of those of the municipalities that went over into it, in eurocents.</summary>
    public required decimal AllocatedCents { get; init; }

    /// <summary>First day on which it is no longer there; null while no end is known.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>CBS code of the municipality that it goes over into; empty: none.</summary>
    public string SuccessorId { get; init; } = "";

    /// <summary>Its name in Dutch.</summary>
    public string SuccessorName { get; init; } = "";
}

/// <summary>A sum over municipalities.</summary>
/// <param name="Id">Code of the region.</param>
/// <param name="Name">Name in Dutch.</param>
/// <param name="Youth">Young people; absent when one of the members is not known.</param>
/// <param name="KeyPercentage">Sum of the percentages as published.</param>
/// <param name="AllocatedCents">Sum of the shares of its members, in eurocents.</param>
public sealed record RegionView(string Id, string Name, int? Youth, decimal? KeyPercentage, decimal AllocatedCents);

/// <summary>What one municipality bears.</summary>
/// <param name="MunicipalityId">CBS code.</param>
/// <param name="MunicipalityName">Name in Dutch.</param>
/// <param name="AmountCents">Part of the amount, in eurocents.</param>
public sealed record ShareView(string MunicipalityId, string MunicipalityName, long AmountCents);

/// <summary>A recorded allocation with the shares that the area bears.</summary>
/// <param name="Id">UUID of the allocation.</param>
/// <param name="Subject">What the cost is.</param>
/// <param name="AmountCents">The whole amount, in eurocents.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="PercentageSum">Sum of the percentages of all who share, from which it was normalised; absent while the key is not known.</param>
/// <param name="Shares">All shares for the region, its own for one municipality.</param>
public sealed record AllocationView(Guid Id, string Subject, long AmountCents, DateTimeOffset RecordedAt, decimal? PercentageSum, IReadOnlyList<ShareView> Shares);

/// <summary>A published total beside what should give the same.</summary>
/// <param name="Label">What is compared, in Dutch.</param>
/// <param name="Total">The total as published.</param>
/// <param name="Sum">What the parts add up to; absent when one of them is no number.</param>
/// <param name="Difference">The total less that sum; zero when they add up.</param>
/// <param name="Parts">What should add up to it.</param>
public sealed record SumCheckView(string Label, FigureView Total, decimal? Sum, decimal? Difference, IReadOnlyList<FigureView> Parts);

/// <summary>Until when the monitor knows what another service did.</summary>
/// <param name="Publisher">Resource name of the service.</param>
/// <param name="LastEventAt">When the latest thing happened that is in the monitor; absent while there is none.</param>
public sealed record ProgressView(string Publisher, DateTimeOffset? LastEventAt);

/// <summary>All that the monitor shows of one area.</summary>
public sealed record MonitorView
{
    /// <summary>Code of the area.</summary>
    public required string AreaId { get; init; }

    /// <summary>Name of the area.</summary>
    public required string AreaName { get; init; }

    /// <summary>When this was read.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Published figures, in the published order.</summary>
    public required IReadOnlyList<FigureView> Figures { get; init; }

    /// <summary>Municipalities of the area, in the stored order.</summary>
    public required IReadOnlyList<MunicipalityView> Municipalities { get; init; }

    /// <summary>Procurement regions and the whole; empty for one municipality.</summary>
    public required IReadOnlyList<RegionView> Regions { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<AllocationView> Allocations { get; init; }

    /// <summary>How many allocations the area shares in.</summary>
    public required long AllocationCount { get; init; }

    /// <summary>Wider than any amount, since sums can pass the bounds of int64.</summary>
    public required decimal AllocationSumCents { get; init; }

    /// <summary>Where the percentages are published; absent while no key is known.</summary>
    public required SourceView? KeySource { get; init; }

    /// <summary>Sum of all published percentages of the key, from which amounts are normalised; absent while no key is known.</summary>
    public required decimal? KeySum { get; init; }

    /// <summary>What is contracted.</summary>
    public required ContractsView Contracts { get; init; }

    /// <summary>Cases of the expert table.</summary>
    public required CasesView Cases { get; init; }

    /// <summary>What is to be done, planned and held for part of the care.</summary>
    public required WorkView Work { get; init; }

    /// <summary>Published totals beside what should give the same; empty for one municipality.</summary>
    public required IReadOnlyList<SumCheckView> SumChecks { get; init; }

    /// <summary>Until when it is up to date, by service.</summary>
    public required IReadOnlyList<ProgressView> Progress { get; init; }

    /// <summary>Whether this is the whole region.</summary>
    public bool IsRegion => AreaId == MonitorArea.Region;
}
