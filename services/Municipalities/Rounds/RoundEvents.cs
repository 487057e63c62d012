using Regio.Messages.Municipalities.V1;

namespace Regio.Municipalities.Rounds;

/// <summary>What rounds tell the other services.</summary>
internal static class RoundEvents
{
    /// <summary>What a change made known, and the round as it stands after it.</summary>
    public static IEnumerable<object> Of(Round round, DateTimeOffset now) =>
        round.News.Select(news => Message(round, news, now)).OfType<object>().Append(RoundChangedEvents.Of(round, now));

    private static object? Message(Round round, RoundNews news, DateTimeOffset now) => (news, round.Kind) switch
    {
        (RoundNews.Adopted, RoundKind.RegionalVision) => new VisionAdopted
        {
            RoundId = round.Id,
            AggregateVersion = round.Version,
            OccurredAt = now,
            RegionId = round.RegionId,
            Subject = round.Subject,
            VersionNumber = round.VersionNumber,
            ContentHash = DefinitiveHash(round),
            AdoptedOn = round.AdoptedOn!.Value,
        },
        (RoundNews.Adopted, RoundKind.JointArrangement) => new JointArrangementAdopted
        {
            RoundId = round.Id,
            AggregateVersion = round.Version,
            OccurredAt = now,
            RegionId = round.RegionId,
            Subject = round.Subject,
            VersionNumber = round.VersionNumber,
            ContentHash = DefinitiveHash(round),
            AdoptedOn = round.AdoptedOn!.Value,
        },
        (RoundNews.AdoptionLapsed, RoundKind.RegionalVision or RoundKind.JointArrangement) => new AdoptionLapsed
        {
            RoundId = round.Id,
            AggregateVersion = round.Version,
            OccurredAt = now,
            RegionId = round.RegionId,
            VersionNumber = round.VersionNumber,
            VersionInForce = round.VersionInForce ?? 0,
        },
        (RoundNews.Reopened, _) => new RoundReopened
        {
            RoundId = round.Id,
            AggregateVersion = round.Version,
            OccurredAt = now,
            RegionId = round.RegionId,
            VersionNumber = round.VersionNumber,
        },
        // Gates and letters concern nobody outside this service.
        _ => null,
    };

    /// <summary>The text that is in force: the last erratum of the definitive text.</summary>
    private static string DefinitiveHash(Round round) =>
        round.Texts.Where(t => t.Definitive && t.VersionNumber == round.VersionNumber).MaxBy(t => t.Revision)!.ContentHash;
}
