using System.Globalization;
using Regio.Procurement.Catalogue;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Contracts;

/// <summary>What happens to a contract after its signature: each change is an addendum.</summary>
internal sealed partial class Contract
{
    /// <summary>Ends lines and begins others from a day on; a new line stands on the scale that holds for it.</summary>
    public void Amend(AddendumFact fact, IReadOnlyList<Guid> endedLines, IReadOnlyList<ContractLine> added, ProductCatalogue catalogue)
    {
        RequireSigned();
        if (endedLines.Count + added.Count == 0)
            throw new DomainException(ContractRules.AddendumEmpty, "added_lines");
        RequireHolds(fact.EffectiveOn, "effective_date");
        var ended = endedLines.Select((id, i) => Running(id, fact.EffectiveOn, $"ended_line_ids[{i}]")).ToList();
        LineChecks.RequireAfter(added, fact.EffectiveOn, AddedLines);
        LineChecks.RequireInside(added, Validity, AddedLines);
        LineChecks.RequireApart([.. _lines.Select(line => line.Until(ended.Contains(line) ? fact.EffectiveOn : null)).OfType<ContractLine>(), .. added], AddedLines);
        LineChecks.RequireScale(added, catalogue, AddedLines);
        if (_lines.Count + added.Count > ContractRules.MostLines)
            throw new DomainException(ContractRules.LinesTooMany, "added_lines");

        ended.ForEach(line => line.EndOn(fact.EffectiveOn));
        foreach (var line in added)
        {
            line.Activate();
            _lines.Add(line);
        }

        Record(fact, AddendumKind.Change, ground: "", late: false);
    }

    /// <summary>
    /// Exercises an option. Who renews names the end that it renews from: of two who do so at once the second is told that
    /// it has been done.
    /// </summary>
    /// <param name="fact">The addendum.</param>
    /// <param name="currentEnd">The end as who renews knows it.</param>
    /// <param name="agreed">Whether the provider agrees, when its notice has passed.</param>
    public void Renew(AddendumFact fact, DateOnly currentEnd, bool agreed)
    {
        RequireSigned();
        if (Validity.Until is not { } end)
            throw new DomainException(ContractRules.OpenEnded);
        if (end != currentEnd)
            throw Refuse(ContractRules.RenewedAlready, "current_end_date", ("end_date", Text(end)));
        if (Renewals >= Clocks.MostRenewals)
            throw Refuse(ContractRules.NoRenewalLeft, field: null, ("renewals", Renewals.ToString(CultureInfo.InvariantCulture)));
        if (fact.AnnouncedOn >= end)
            throw Refuse(ContractRules.Ended, "announced_date", ("end_date", Text(end)));
        var notice = end.AddMonths(-Clocks.NoticeMonths);
        var late = fact.AnnouncedOn > notice;
        if (late && !agreed)
            throw Refuse(ContractRules.RenewalTooLate, "announced_date", ("notice_date", Text(notice)));

        var next = end.AddMonths(Clocks.RenewalMonths);
        _lines.Where(line => line.Active?.Until == end).ToList().ForEach(line => line.ExtendTo(next));
        Validity = new Validity(Validity.From, next);
        Renewals++;
        Record(fact, AddendumKind.Renewal, ground: "", late);
    }

    /// <summary>Ends a signed contract before its last day, on the day of the addendum.</summary>
    public void Terminate(AddendumFact fact, TerminationParty party)
    {
        RequireSigned();
        RequireHolds(fact.EffectiveOn, "end_date");
        var earliest = fact.AnnouncedOn.AddMonths(Clocks.NoticeMonths);
        var late = party != TerminationParty.Agreement && fact.EffectiveOn < earliest;
        if (late && party == TerminationParty.Buyer)
            throw Refuse(ContractRules.NoticeTooShort, "end_date", ("earliest", Text(earliest)));
        End(ContractState.Terminated, fact.EffectiveOn);
        Record(fact, AddendumKind.Termination, party.Word(), late);
    }

    /// <summary>Dissolves a signed contract on the day of the addendum: a fact, without notice.</summary>
    public void Dissolve(AddendumFact fact, DissolutionGround ground)
    {
        RequireSigned();
        RequireHolds(fact.EffectiveOn, "effective_date");
        End(ContractState.Dissolved, fact.EffectiveOn);
        Record(fact, AddendumKind.Dissolution, ground.Word(), late: false);
    }

    /// <summary>Ends here and goes on as a contract with another provider, so that running care goes on.</summary>
    /// <param name="fact">The addendum.</param>
    /// <param name="to">The other provider, and the id of its contract.</param>
    /// <param name="ground">Why.</param>
    /// <param name="location">The location of the lines from now on, where the other has a line for the same; empty: as it is.</param>
    public Contract TransferTo(AddendumFact fact, (Guid ProviderId, Guid ContractId) to, TransferGround ground, string location)
    {
        RequireSigned();
        RequireHolds(fact.EffectiveOn, "effective_date");
        if (to.ProviderId == ProviderId)
            throw new DomainException(ContractRules.TransferToSelf, "to_provider_id");
        var going = _lines.Select(line => line.ContinueFrom(fact.EffectiveOn, location, Guid.CreateVersion7(fact.At))).OfType<ContractLine>().ToList();
        if (going.Count == 0)
            throw new DomainException(ContractRules.NothingToTransfer, "effective_date");
        var next = new Contract(to.ContractId, to.ProviderId)
        {
            State = ContractState.Signed,
            Subject = Subject,
            Validity = new Validity(fact.EffectiveOn, Validity.Until),
            Clocks = Clocks,
            Renewals = Renewals,
            ContinuesId = Id,
            ProcedureId = ProcedureId,
            CreatedAt = fact.At,
            CreatedBy = fact.By,
            SignedAt = fact.At,
            Version = 1,
        };
        next._lines.AddRange(going);
        End(ContractState.Transferred, fact.EffectiveOn);
        Record(fact, AddendumKind.Transfer, ground.Word(), late: false);
        return next;
    }

    /// <summary>
    /// Ends lines on the day of the addendum and lets others go on from them, because a region went over into an organisation.
    /// Whatever runs goes on, also in a contract that ends on a later day.
    /// </summary>
    /// <param name="fact">The addendum.</param>
    /// <param name="ended">The lines that end.</param>
    /// <param name="begun">The lines that go on from them.</param>
    public void MoveRegion(AddendumFact fact, IReadOnlyList<Guid> ended, IReadOnlyList<ContractLine> begun)
    {
        if (State == ContractState.Draft)
            throw Refuse(ContractRules.NotSigned, field: null, ("state", Word(State)));
        _lines.Where(line => ended.Contains(line.Id)).ToList().ForEach(line => line.EndOn(fact.EffectiveOn));
        _lines.AddRange(begun);
        Record(fact, AddendumKind.Move, ground: "", late: false);
    }

    private void End(ContractState state, DateOnly day)
    {
        State = state;
        EndDate = day;
        _lines.ForEach(line => line.EndOn(day));
    }

    private void Record(AddendumFact fact, AddendumKind kind, string ground, bool late)
    {
        Version++;
        _addenda.Add(new Addendum
        {
            Id = fact.Id,
            Number = _addenda.Count + 1,
            Kind = kind,
            Ground = ground,
            EffectiveOn = fact.EffectiveOn,
            AnnouncedOn = fact.AnnouncedOn,
            Reason = fact.Reason,
            Late = late,
            Validity = Validity,
            ContractVersion = Version,
            RecordedAt = fact.At,
            RecordedBy = fact.By,
        });
    }

    private ContractLine Running(Guid id, DateOnly day, string field) =>
        _lines.Find(line => line.Id == id && line.Active?.Contains(day) == true)
            ?? throw Refuse(ContractRules.LineNotRunning, field, ("effective_date", Text(day)));
}
