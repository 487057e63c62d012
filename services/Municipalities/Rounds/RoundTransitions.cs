using System.Collections.Frozen;
using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.Rounds;

/// <summary>Where a round stands; the numbers are those of the messages.</summary>
internal enum RoundState
{
    Draft = 1,
    PublicComment = 2,
    ViewsOpen = 3,
    ViewsClosed = 4,
    Weighing = 5,
    Definitive = 6,
    ToAdopt = 7,
    Adopted = 8,
    NotAdopted = 9,
    Reopened = 10,
    Withdrawn = 11,
}

/// <summary>The acts of the region on a round. What other bodies do is a fact and has no place here.</summary>
internal enum RoundAct
{
    OpenPublicComment = 1,
    OpenViews = 2,
    CloseViews = 3,
    StartWeighing = 4,
    WeighRemark = 5,
    PublishDefinitive = 6,
    PublishErratum = 7,
    PutToAdoption = 8,
    Reopen = 9,
    Withdraw = 10,
    StartAtOwnRisk = 11,
}

/// <summary>Which act is allowed in which state; the policy of a round can only narrow this.</summary>
internal static class RoundTransitions
{
    private static readonly FrozenDictionary<RoundAct, RoundState[]> Allowed = new Dictionary<RoundAct, RoundState[]>
    {
        [RoundAct.OpenPublicComment] = [RoundState.Draft, RoundState.Reopened],
        [RoundAct.OpenViews] = [RoundState.Draft, RoundState.PublicComment, RoundState.Reopened],
        [RoundAct.CloseViews] = [RoundState.ViewsOpen],
        [RoundAct.StartWeighing] = [RoundState.PublicComment, RoundState.ViewsClosed],
        [RoundAct.WeighRemark] = [RoundState.Weighing],
        [RoundAct.PublishDefinitive] = [RoundState.Draft, RoundState.Weighing, RoundState.Reopened],
        [RoundAct.PublishErratum] = [RoundState.Definitive, RoundState.ToAdopt, RoundState.Adopted, RoundState.NotAdopted],
        [RoundAct.PutToAdoption] = [RoundState.Definitive],
        [RoundAct.Reopen] = [RoundState.Definitive, RoundState.ToAdopt, RoundState.Adopted, RoundState.NotAdopted],
        [RoundAct.Withdraw] = [.. Enum.GetValues<RoundState>().Except([RoundState.Adopted, RoundState.Withdrawn])],
        [RoundAct.StartAtOwnRisk] = [RoundState.ToAdopt, RoundState.NotAdopted],
    }.ToFrozenDictionary();

    public static IReadOnlyCollection<RoundState> StatesOf(RoundAct act) => Allowed[act];

    public static void Require(RoundAct act, RoundState state)
    {
        if (!Allowed[act].Contains(state))
            throw Forbidden(act, state, Allowed[act]);
    }

    public static DomainException Forbidden(RoundAct act, RoundState state, IEnumerable<RoundState> allowed) =>
        new(RoundRules.StateForbids, metadata: new Dictionary<string, string>
        {
            ["act"] = act.ToString(),
            ["state"] = state.ToString(),
            ["allowed"] = string.Join(", ", allowed),
        });
}
