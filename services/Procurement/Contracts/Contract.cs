using System.Globalization;
using Regio.Procurement.Catalogue;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Contracts;

/// <summary>Where a contract stands; the numbers are those of the messages.</summary>
internal enum ContractState
{
    /// <summary>Being prepared.</summary>
    Draft = 1,

    /// <summary>Signed: its lines count from their first day.</summary>
    Signed = 2,

    /// <summary>Ended before its last day.</summary>
    Terminated = 3,

    /// <summary>Dissolved: ended without notice.</summary>
    Dissolved = 4,

    /// <summary>Goes on as a contract with another provider.</summary>
    Transferred = 5,
}

/// <summary>What is agreed in a contract.</summary>
internal sealed record ContractTerms(string Subject, Validity Validity, IReadOnlyList<ContractLine> Lines, ContractClocks Clocks);

/// <summary>A contract with a provider: what is bought from it, for whom, at what tariff.</summary>
internal sealed partial class Contract
{
    private static readonly LinePath DraftedLines = new("contract.lines", First: 0);
    private readonly List<ContractLine> _lines = [];
    private readonly List<Addendum> _addenda = [];

    private Contract(Guid id, Guid providerId)
    {
        Id = id;
        ProviderId = providerId;
    }

    public Guid Id { get; }

    public Guid ProviderId { get; }

    /// <summary>What the contract is, for people, without personal data.</summary>
    public string Subject { get; private set; } = "";

    public Validity Validity { get; private set; }

    public ContractState State { get; private set; }

    /// <summary>First day on which a contract that was ended before its last day no longer holds.</summary>
    public DateOnly? EndDate { get; private set; }

    public int NoticeMonths { get; private set; }

    public int RenewalMonths { get; private set; }

    public int MostRenewals { get; private set; }

    /// <summary>Options that have been exercised.</summary>
    public int Renewals { get; private set; }

    /// <summary>The contract that this one goes on from, with another provider.</summary>
    public Guid? ContinuesId { get; private init; }

    /// <summary>The procedure in which it was awarded; a contract that goes on from another keeps it.</summary>
    public Guid? ProcedureId { get; private init; }

    public long Version { get; private set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Subject of the token of who drafted it.</summary>
    public required string CreatedBy { get; init; }

    public DateTimeOffset? SignedAt { get; private set; }

    public IReadOnlyList<ContractLine> Lines => _lines;

    /// <summary>Its changes since the signature.</summary>
    public IReadOnlyList<Addendum> Addenda => _addenda;

    public ContractClocks Clocks
    {
        get => new(NoticeMonths, RenewalMonths, MostRenewals);
        private set => (NoticeMonths, RenewalMonths, MostRenewals) = value;
    }

    // New lines of an addendum come after those that are there.
    private LinePath AddedLines => new("added_lines", NextPosition);

    /// <summary>Place of the next line.</summary>
    public int NextPosition => _lines.Count == 0 ? 0 : _lines.Max(line => line.Position) + 1;

    /// <summary>Drafts a contract.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="providerId">With whom.</param>
    /// <param name="terms">What is agreed.</param>
    /// <param name="catalogue">The products, and the scale rules that the lines are judged by.</param>
    /// <param name="by">Subject of the token of who drafts it.</param>
    /// <param name="now">When.</param>
    /// <param name="procedureId">The procedure in which it was awarded; null: none.</param>
    public static Contract Draft(Guid id, Guid providerId, ContractTerms terms, ProductCatalogue catalogue, string by, DateTimeOffset now, Guid? procedureId)
    {
        var contract = new Contract(id, providerId) { State = ContractState.Draft, CreatedAt = now, CreatedBy = by, ProcedureId = procedureId };
        contract.Take(terms, catalogue);
        return contract;
    }

    /// <summary>Puts other terms in the place of those of a draft. A signed contract changes by addendum.</summary>
    public void Change(ContractTerms terms, ProductCatalogue catalogue)
    {
        if (State == ContractState.Signed)
            throw Refuse(ContractRules.AddendumRequired, field: null, ("state", Word(State)));
        Require(ContractState.Draft, ContractRules.NotDraft);
        Take(terms, catalogue);
    }

    /// <summary>Signs a draft, if its lines stand on the scale that holds on their first days as the rules are now.</summary>
    public void Sign(ProductCatalogue catalogue, DateTimeOffset now)
    {
        Require(ContractState.Draft, ContractRules.NotDraft);
        LineChecks.RequireScale(_lines, catalogue, DraftedLines);
        State = ContractState.Signed;
        SignedAt = now;
        _lines.ForEach(line => line.Activate());
        Version++;
    }

    private void Take(ContractTerms terms, ProductCatalogue catalogue)
    {
        LineChecks.RequireInside(terms.Lines, terms.Validity, DraftedLines);
        LineChecks.RequireApart(terms.Lines, DraftedLines);
        LineChecks.RequireScale(terms.Lines, catalogue, DraftedLines);
        Subject = terms.Subject;
        Validity = terms.Validity;
        Clocks = terms.Clocks;
        _lines.RemoveAll(line => !terms.Lines.Contains(line));
        _lines.AddRange(terms.Lines.Where(line => !_lines.Contains(line)));
        Version++;
    }

    private void RequireSigned() => Require(ContractState.Signed, ContractRules.NotSigned);

    private void RequireHolds(DateOnly day, string field)
    {
        if (!Validity.Contains(day))
            throw Refuse(ContractRules.EndDateOutside, field, ("end_date", Text(day)));
    }

    private void Require(ContractState state, Rule otherwise)
    {
        if (State != state)
            throw Refuse(otherwise, field: null, ("state", Word(State)));
    }

    private static DomainException Refuse(Rule rule, string? field, (string Name, string Value) detail) =>
        new(rule, field, new Dictionary<string, string> { [detail.Name] = detail.Value });

    private static string Word(ContractState state) => state.ToString().ToLowerInvariant();

    private static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
