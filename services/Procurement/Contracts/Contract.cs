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
}

/// <summary>What is agreed in a contract.</summary>
internal sealed record ContractTerms(string Subject, Validity Validity, IReadOnlyList<ContractLine> Lines);

/// <summary>A contract with a provider: what is bought from it, for whom, at what tariff.</summary>
internal sealed class Contract
{
    private readonly List<ContractLine> _lines = [];

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

    /// <summary>First day on which a terminated contract no longer holds.</summary>
    public DateOnly? EndDate { get; private set; }

    public long Version { get; private set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Subject of the token of who drafted it.</summary>
    public required string CreatedBy { get; init; }

    public DateTimeOffset? SignedAt { get; private set; }

    public IReadOnlyList<ContractLine> Lines => _lines;

    public static Contract Draft(Guid id, Guid providerId, ContractTerms terms, ProductCatalogue catalogue, string by, DateTimeOffset now)
    {
        var contract = new Contract(id, providerId) { State = ContractState.Draft, CreatedAt = now, CreatedBy = by };
        contract.Take(terms, catalogue);
        return contract;
    }

    /// <summary>Puts other terms in the place of those of a draft.</summary>
    public void Change(ContractTerms terms, ProductCatalogue catalogue)
    {
        Require(ContractState.Draft, ContractRules.NotDraft);
        Take(terms, catalogue);
    }

    /// <summary>Signs a draft, if its lines stand on the scale that holds on their first days as the rules are now.</summary>
    public void Sign(ProductCatalogue catalogue, DateTimeOffset now)
    {
        Require(ContractState.Draft, ContractRules.NotDraft);
        LineChecks.RequireScale(_lines, catalogue);
        State = ContractState.Signed;
        SignedAt = now;
        _lines.ForEach(line => line.Activate());
        Version++;
    }

    /// <summary>Ends a signed contract before its last day.</summary>
    /// <param name="endDate">First day on which it no longer holds.</param>
    public void Terminate(DateOnly endDate)
    {
        Require(ContractState.Signed, ContractRules.NotSigned);
        if (!Validity.Contains(endDate))
        {
            throw new DomainException(ContractRules.EndDateOutside, "end_date", new Dictionary<string, string>
            {
                ["end_date"] = endDate.ToString("O", CultureInfo.InvariantCulture),
            });
        }

        State = ContractState.Terminated;
        EndDate = endDate;
        _lines.ForEach(line => line.EndOn(endDate));
        Version++;
    }

    private void Take(ContractTerms terms, ProductCatalogue catalogue)
    {
        LineChecks.RequireInside(terms.Lines, terms.Validity);
        LineChecks.RequireApart(terms.Lines);
        LineChecks.RequireScale(terms.Lines, catalogue);
        Subject = terms.Subject;
        Validity = terms.Validity;
        _lines.RemoveAll(line => !terms.Lines.Contains(line));
        _lines.AddRange(terms.Lines.Where(line => !_lines.Contains(line)));
        Version++;
    }

    private void Require(ContractState state, Rule otherwise)
    {
        if (State != state)
            throw new DomainException(otherwise, metadata: new Dictionary<string, string> { ["state"] = State.ToString().ToLowerInvariant() });
    }
}
