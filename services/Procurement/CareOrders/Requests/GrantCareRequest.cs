using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.CareMessages.Answers;
using Regio.CareMessages.Model;
using Regio.Procurement.CareOrders.Assignments;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Security;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.CareOrders.Requests;

/// <summary>Grants what a provider asks, by an assignment.</summary>
internal sealed class GrantCareRequest(
    ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests, StoredCareRequests answers, CareAssignmentReader assignments, ShownCareMessageReader shown, TimeProvider time)
{
    // COD757: the address of the register of persons.
    private const string BrpAddress = "01";
    private const string Rpc = "regio.procurement.v1.CareOrderService/GrantCareRequest";

    public Task<GrantCareRequestResponse> RunAsync(GrantCareRequestRequest request, Caller caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller.Subject, request.RequestId, request, token => DecideAsync(request, caller, token), ct);

    private async Task<GrantCareRequestResponse> DecideAsync(GrantCareRequestRequest request, Caller caller, CancellationToken ct)
    {
        var open = await answers.FindAsync(request.CareRequestId, caller, ct);
        var held = await assignments.OfClientAsync(open.Sides, open.Request.ClientId, ct);
        var granted = new GrantedProducts(
            [.. held.Where(each => each.Number is not null && each.Care.IsCurrentOn(time.DutchToday())).Select(each => each.Care.ToProduct(each.Number!.Value, each.DecidedAt))],
            await NextNumberAsync(request.FirstAssignmentNumber, open.Sides, ct),
            time.GetUtcNow().InDutchTime().DateTime);
        var client = await ClientAsync(open, request.Address, ct);
        client.ToegewezenProducten = granted.By(open, Otherwise(request.Otherwise));
        var answer = Grant.Message(open.Sides.MunicipalityId[2..], open.Sides.ProviderAgbCode, client, await answers.StampAsync(ct));
        return new GrantCareRequestResponse { Message = await shown.ShowAsync(await answers.SendAsync(answer, caller, ct), ct) };
    }

    private async Task<long> NextNumberAsync(long wanted, CareSides sides, CancellationToken ct) => wanted > 0
        ? wanted
        : 1 + (await db.Set<CareAssignment>().Where(each => each.MunicipalityId == sides.MunicipalityId).MaxAsync(each => each.Number, ct) ?? 0);

    /// <summary>Of the client, what the municipality said last, to whatever provider, as far as that is kept; nothing of it is kept but in files.</summary>
    private async Task<ToewijzingClient> ClientAsync(RequestToAnswer open, CareClientAddress? address, CancellationToken ct)
    {
        var newest = await (
            from assignment in db.Set<CareAssignment>()
            where assignment.MunicipalityId == open.Sides.MunicipalityId && assignment.ClientId == open.Request.ClientId
            from version in assignment.Versions
            join told in db.Set<CareMessage>() on version.MessageId equals told.Id
            where told.DestroyedOn == null
            orderby version.DecidedAt descending
            select (Guid?)version.MessageId).FirstOrDefaultAsync(ct);
        var client = newest is { } message && await answers.ReadAsync(message, ct) is Jw301 assigned ? assigned.Client : null;
        if (client is null && open.Asked is not Jw315)
            throw new DomainException(CareOrderRules.ClientUntold, "care_request_id");
        if (address is null)
            return client ?? throw new DomainException(CareOrderRules.AddressNeeded, "address");
        client ??= ClientOf(((Jw315)open.Asked).Client);
        client.Contactgegevens = [.. client.Contactgegevens.Where(contact => !contact.Soort.Is(BrpAddress)), ContactOf(address)];
        return client;
    }

    // A provider tells the name by birth, and nothing of how it is used (COD700: 1 is that name).
    private static ToewijzingClient ClientOf(VerzoekClient asked) => new()
    {
        Bsn = asked.Bsn,
        Geboortedatum = asked.Geboortedatum,
        Geslacht = asked.Geslacht,
        Naam = new() { Geslachtsnaam = asked.Naam.Geslachtsnaam, Voornamen = asked.Naam.Voornamen, Voorletters = asked.Naam.Voorletters, NaamGebruik = "1" },
    };

    private static Contact ContactOf(CareClientAddress address) => new()
    {
        Soort = BrpAddress,
        Adres = new()
        {
            Huis = new()
            {
                Huisnummer = address.HouseNumber,
                Huisletter = Given(address.HouseLetter),
                HuisnummerToevoeging = Given(address.HouseNumberAddition),
            },
            Postcode = address.PostalCode,
            LandCode = "NL",
        },
    };

    private static GrantedOtherwise? Otherwise(GrantedCare? granted) => granted is null ? null : new(
        granted.StartDate?.ToDateOnly(), granted.LastDate?.ToDateOnly(), granted.HasVolume ? granted.Volume : null, granted.HasBudgetCents ? granted.BudgetCents : null);

    private static Value<string> Given(string text) => text.Length == 0 ? default : new Value<string>(text);
}

internal sealed class GrantCareRequestValidator : AbstractValidator<GrantCareRequestRequest>
{
    private const int HighestNumber = 999_999_999;
    private const int MostVolume = 99_999_999;

    public GrantCareRequestValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.CareRequestId).IsUuid();
        RuleFor(r => r.FirstAssignmentNumber).InclusiveBetween(0, HighestNumber);
        When(r => r.Otherwise is not null, () =>
        {
            RuleFor(r => r.Otherwise.StartDate).IsDayOrAbsent();
            RuleFor(r => r.Otherwise.LastDate).IsDayOrAbsent();
            RuleFor(r => r.Otherwise.Volume).InclusiveBetween(1, MostVolume).When(r => r.Otherwise.HasVolume);
            RuleFor(r => r.Otherwise.BudgetCents).InclusiveBetween(1, MostVolume).When(r => r.Otherwise.HasBudgetCents);
        });
        When(r => r.Address is not null, () =>
        {
            RuleFor(r => r.Address.PostalCode).Matches("^[1-9][0-9]{3}[A-Z]{2}$").WithMessage("Four digits and two capitals are wanted, such as 9401AA.");
            RuleFor(r => r.Address.HouseNumber).InclusiveBetween(1, 99_999);
            RuleFor(r => r.Address.HouseLetter).Matches("^[A-Za-z]?$").WithMessage("One letter is wanted, or nothing.");
            RuleFor(r => r.Address.HouseNumberAddition).IsLineOrEmpty(4);
        });
    }
}
