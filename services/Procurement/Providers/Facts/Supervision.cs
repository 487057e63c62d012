using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Providers.Facts;

/// <summary>Who supervises; the numbers are those of the messages.</summary>
internal enum Inspectorate
{
    /// <summary>Inspectie Gezondheidszorg en Jeugd (IGJ).</summary>
    HealthAndYouth = 1,

    /// <summary>Inspectie Justitie en Veiligheid.</summary>
    JusticeAndSecurity = 2,

    /// <summary>Nederlandse Zorgautoriteit (NZa), on the accounts.</summary>
    CareAuthority = 3,

    /// <summary>The supervisor of the municipalities, on lawfulness.</summary>
    Municipal = 4,
}

/// <summary>What an inspectorate did; the numbers are those of the messages.</summary>
internal enum SupervisionMeasure
{
    /// <summary>It visited.</summary>
    Visit = 1,

    /// <summary>It published a report.</summary>
    Report = 2,

    /// <summary>It asks for a plan of improvement.</summary>
    ImprovementAsked = 3,

    /// <summary>Heightened supervision (verscherpt toezicht).</summary>
    Heightened = 4,

    /// <summary>An instruction (aanwijzing).</summary>
    Instruction = 5,

    /// <summary>An order (bevel).</summary>
    Order = 6,
}

/// <summary>A signal of an inspectorate about a provider. A fact: it is recorded as the inspectorate gave it.</summary>
internal sealed class Supervision : ProviderFact
{
    private Supervision(Guid id, Guid providerId)
        : base(id, providerId)
    {
    }

    public required Inspectorate Inspectorate { get; init; }

    public required SupervisionMeasure Measure { get; init; }

    /// <summary>Without personal data.</summary>
    public required string Summary { get; init; }

    public required Source Source { get; init; }

    public static Supervision Record(
        Guid id, Guid providerId, (Inspectorate By, SupervisionMeasure Measure) what, string summary, Source source, Validity validity, (DateOnly Today, DateTimeOffset At) now)
    {
        RecordedFact.RefuseFuture(validity.From, now.Today, "supervision.period.start_date");
        return new(id, providerId) { Inspectorate = what.By, Measure = what.Measure, Summary = summary, Source = source, Validity = validity, RecordedAt = now.At };
    }
}
