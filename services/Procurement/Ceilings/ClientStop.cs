using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Ceilings;

/// <summary>Who declared a client stop; the numbers are those of the messages.</summary>
internal enum ClientStopDeclarer
{
    /// <summary>The provider.</summary>
    Provider = 1,

    /// <summary>The buyer.</summary>
    Buyer = 2,

    /// <summary>The inspection (IGJ).</summary>
    Inspection = 3,
}

/// <summary>A provider takes no new clients, wholly or in part (cliëntenstop). A fact: one announced too late is flagged.</summary>
internal sealed class ClientStop
{
    private ClientStop(Guid id) => Id = id;

    public Guid Id { get; }

    public required Guid ProviderId { get; init; }

    /// <summary>Null: all products.</summary>
    public required string? ProductId { get; init; }

    /// <summary>As people name it; empty: all locations.</summary>
    public required string Location { get; init; }

    public required ClientStopDeclarer Declarer { get; init; }

    public required DateOnly AnnouncedOn { get; init; }

    public Validity Validity { get; private set; }

    public required string Ground { get; init; }

    /// <summary>Days between announcement and begin that were agreed.</summary>
    public required int NoticeDays { get; init; }

    /// <summary>When it was last looked at again; null: not yet.</summary>
    public DateOnly? ReviewedOn { get; private set; }

    public required DateTimeOffset RecordedAt { get; init; }

    public long Version { get; private set; } = 1;

    public bool AnnouncedLate => AnnouncedOn.AddDays(NoticeDays) > Validity.From;

    public static ClientStop Record(
        Guid id, Guid providerId, string? productId, string location, ClientStopDeclarer declarer, DateOnly announcedOn, Validity validity, string ground, int noticeDays, DateTimeOffset now) =>
        new(id)
        {
            ProviderId = providerId,
            ProductId = productId,
            Location = location,
            Declarer = declarer,
            AnnouncedOn = announcedOn,
            Validity = validity,
            Ground = ground,
            NoticeDays = noticeDays,
            RecordedAt = now,
        };

    /// <summary>Records that a stop that still runs was looked at again on a day.</summary>
    public void Review(DateOnly day, DateOnly today)
    {
        RecordedFact.RefuseFuture(day, today, "review_date");
        if (!Validity.Contains(day) || day < ReviewedOn)
            throw new DomainException(CeilingRules.ReviewOutside, "review_date");
        ReviewedOn = day;
        Version++;
    }

    public void Lift(DateOnly end)
    {
        if (Validity.Until is not null)
            throw new DomainException(CeilingRules.StopLifted);
        if (end <= Validity.From)
            throw new DomainException(CeilingRules.StopEnd, "end_date");
        Validity = new Validity(Validity.From, end);
        Version++;
    }
}
