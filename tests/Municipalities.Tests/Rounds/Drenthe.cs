using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Regio.Municipalities.ReferenceData;
using Regio.Municipalities.Register;
using Regio.Municipalities.Rounds;

namespace Regio.Municipalities.Tests.Rounds;

/// <summary>Rounds over the twelve municipalities of Drenthe, at any day of their history.</summary>
internal static class Drenthe
{
    public const string Abo = "JHRD:ABO";
    public const string AaEnHunze = "GM1680:council";
    public const string Assen = "GM0106:council";
    public const string Emmen = "GM0114:council";
    public const string Meppel = "GM0119:council";

    public static IReadOnlyList<string> Municipalities { get; } = [.. ReferenceFiles.Municipalities().OrderBy(row => row.Rank).Select(row => row.Id)];

    public static IReadOnlyList<string> Councils { get; } = [.. Municipalities.Select(id => $"{id}:council")];

    public static IReadOnlyList<string> Executives { get; } = [.. Municipalities.Select(id => $"{id}:executive")];

    public static Round Draft(RoundKind kind, RoundPolicy? policy = null)
    {
        var members = PublishedFacts.Municipalities().Select(pair =>
        {
            var municipality = Municipality.Register(pair.Key);
            municipality.Record(pair.Value);
            return municipality;
        });
        var region = PublishedFacts.Regions().Single(r => r.Id == "JHRD");
        policy ??= RoundPolicy.Usual(kind);
        return Round.Draft(
            Guid.CreateVersion7(),
            new RoundIdentity(kind, region.Id, Abo, "Regiovisie gespecialiseerde jeugdhulp 2026-2030", ""),
            policy,
            RoundBodies.Of(region, members, policy),
            "test",
            DateTimeOffset.UnixEpoch);
    }

    /// <summary>A vision whose definitive text "v1" lies before the councils.</summary>
    public static Round VisionToAdopt()
    {
        var round = Draft(RoundKind.RegionalVision);
        round.OpenViews(Hash("concept"), Day("2026-02-01"), Day("2025-10-01"));
        round.CloseViews(Day("2026-02-02"));
        round.StartWeighing();
        round.PublishDefinitive(Hash("v1"), "", Day("2026-04-01"));
        round.PutToAdoption(Day("2026-07-01"));
        return round;
    }

    public static RoundDecision Decide(
        this Round round, string body, DecisionOutcome outcome, string on, string text = "v1", Func<DecisionFacts, DecisionFacts>? with = null)
    {
        var facts = new DecisionFacts
        {
            BodyId = body,
            StepCode = "",
            Outcome = outcome,
            DecidedOn = Day(on),
            LiteralText = "In te stemmen met de regiovisie.",
            ContentHash = text.Length == 0 ? "" : Hash(text),
        };
        return round.RecordDecision(with?.Invoke(facts) ?? facts, [], Day(on), "griffier", DateTimeOffset.UnixEpoch);
    }

    public static SteeringDecision ByAbo(string on) => new(Abo, Day(on), "Het ABO besluit de ronde te heropenen.");

    public static void Reopen(this Round round, string on, bool askViewsAgain = false) =>
        round.Reopen(ByAbo(on), askViewsAgain, Day(on), "regiomanager", DateTimeOffset.UnixEpoch);

    public static IEnumerable<string> Owing(this Round round, DutyKind kind = DutyKind.Decision) =>
        round.Duties.Where(d => d.Kind == kind).Select(d => d.BodyId);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
