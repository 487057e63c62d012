using System.Globalization;

namespace Regio.Municipalities.Rounds.Status;

/// <summary>Where a round stands, in Dutch sentences for people who read nothing else.</summary>
internal static class RoundSummary
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>A day as people write it.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", Dutch);

    public static string Of(Round round)
    {
        var standing = round.Standing();
        return round.State switch
        {
            RoundState.Draft => $"{round.Subject} is in voorbereiding.",
            RoundState.PublicComment => $"De inspraak op versie {round.VersionNumber} loopt tot en met {Until(round.CommentsDueOn)}.",
            RoundState.ViewsOpen => $"Zienswijzen op versie {round.VersionNumber} kunnen tot en met {Until(round.ViewsDueOn)}; {Awaited(round)}.",
            RoundState.ViewsClosed => $"De zienswijzen op versie {round.VersionNumber} zijn binnen; de weging moet nog beginnen.",
            RoundState.Weighing => $"De opmerkingen op versie {round.VersionNumber} worden gewogen.",
            RoundState.Definitive => $"Versie {round.VersionNumber} is definitief en nog niet ter besluitvorming aangeboden.",
            RoundState.Adopted => $"Versie {round.VersionNumber} is vastgesteld op {Until(round.AdoptedOn)}. {Steps(standing)}",
            RoundState.ToAdopt => $"Versie {round.VersionNumber} ligt voor tot en met {Until(round.DecisionsDueOn)}. {Steps(standing)}{Successions(round, standing)} {Consequence(standing)}".TrimEnd(),
            RoundState.NotAdopted => $"Versie {round.VersionNumber} haalt de drempel niet. {Steps(standing)}{Successions(round, standing)} {WayOut(round)}",
            RoundState.Reopened => $"Versie {round.VersionNumber} wordt voorbereid; eerdere besluiten tellen daarvoor niet mee.{InForce(round)}",
            _ => $"{round.Subject} is ingetrokken.",
        };
    }

    /// <summary>What would become of a round in a supposed state.</summary>
    public static string Supposed(Round round, Standing standing) => standing.State switch
    {
        RoundState.Adopted => $"Dan is versie {round.VersionNumber} vastgesteld. {Steps(standing)}",
        RoundState.NotAdopted => $"Dan haalt versie {round.VersionNumber} de drempel niet. {Steps(standing)} {WayOut(round)}",
        _ => $"Dan blijft de drempel haalbaar en is versie {round.VersionNumber} nog niet vastgesteld. {Steps(standing)}",
    };

    private static string Steps(Standing standing) => string.Join(' ', standing.Steps.Select(step =>
        $"{Capital(step.Step.Title)}: {step.Counting} van {step.Bodies.Count} besluiten tellen mee, {step.Required} zijn nodig"
        + (step.Refusing > 0 ? $", {step.Refusing} afgewezen." : ".")));

    /// <summary>Who took whose place since the round was drafted, among those whose decisions are asked.</summary>
    private static string Successions(Round round, Standing standing) => string.Concat(
        from step in standing.Steps
        from body in step.Bodies
        let before = round.Bodies.Where(b => b.SuccessorBodyId == body.Body.BodyId).OrderBy(b => b.EndedOn).ThenBy(b => b.Rank).ToList()
        where before.Count > 0
        select $" {Capital(body.Body.Name)} kwam in de plaats van {string.Join(", ", before.Select(b => $"{b.Name} (per {Day(b.EndedOn!.Value)})"))}.");

    private static string Consequence(Standing standing) =>
        standing.Steps.FirstOrDefault(s => !s.IsReached) is { IfRefused: RefusalEffect.OutOfReach }
            ? "Eén afwijzing maakt de drempel onhaalbaar; dan moet er een nieuwe versie komen, tenzij het orgaan erop terugkomt."
            : "";

    private static string WayOut(Round round) =>
        $"{round.Body(round.SteeringBodyId, "").Name} kan de ronde heropenen met versie {round.VersionNumber + 1}; tot dan kan een orgaan op zijn besluit terugkomen.";

    private static string Awaited(Round round) => round.Views.Count(v => v.VersionNumber == round.VersionNumber && v.IsAwaited) switch
    {
        0 => "iedereen heeft geantwoord",
        1 => "één orgaan heeft nog niet geantwoord",
        var count => $"{count} organen hebben nog niet geantwoord",
    };

    private static string InForce(Round round) => round.VersionInForce is { } version ? $" Versie {version} blijft tot dan gelden." : "";

    private static string Until(DateOnly? day) => day is { } known ? Day(known) : "een onbekende datum";

    private static string Capital(string text) => string.Concat(char.ToUpper(text[0], Dutch).ToString(), text.AsSpan(1));
}
