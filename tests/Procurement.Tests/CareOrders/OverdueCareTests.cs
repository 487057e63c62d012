using Regio.Procurement.Tests.Features;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using static Regio.Procurement.Tests.CareOrders.CareLetters;

namespace Regio.Procurement.Tests.CareOrders;

/// <summary>What should have been told about assigned care, and was not.</summary>
[Collection(nameof(ProcurementHost))]
public sealed class OverdueCareTests(ProcurementHost host)
{
    private static readonly DateOnly s_begin = new(2026, 1, 12);

    private readonly CareFiles _files = new(host);
    private readonly long _number = NewAssignment();

    [Fact]
    public async Task A_start_is_overdue_until_it_is_told_and_a_stop_from_the_end_of_the_assignment_on()
    {
        var provider = await host.CreateProviderAsync();
        var letters = new CareLetters(provider.AgbCode);
        var own = _files.Of(Roles.Provider, provider: provider.Id);
        await _files.DeliverAsync(letters.Assign(Assigned(_number)));

        var missing = Assert.Single(await OverdueAsync(own));
        Assert.Equal(("JW305", "GM0106", provider.AgbCode, _number), (missing.MissingKind, missing.MunicipalityId, missing.ProviderAgbCode, missing.AssignmentNumber));
        await _files.DeliverAsync(letters.Start(_number, s_begin));
        var stop = Assert.Single(await OverdueAsync(own));
        Assert.Equal(("JW307", 7, 2026), (stop.MissingKind, stop.DueDate.Month, stop.DueDate.Year));
        Assert.Empty(await OverdueAsync(own, before: new(2026, 7, 1)));
        await _files.DeliverAsync(letters.Stop(_number, s_begin, new(2026, 6, 30)));

        Assert.Empty(await OverdueAsync(own));
    }

    [Fact]
    public async Task Only_the_two_sides_see_it_with_its_number_and_the_region_sees_it_without()
    {
        var provider = await host.CreateProviderAsync();
        await _files.DeliverAsync(new CareLetters(provider.AgbCode).Assign(Assigned(_number)));
        var id = Assert.Single(await OverdueAsync(_files.Of(Roles.Provider, provider: provider.Id))).AssignmentId;

        Assert.Equal(0, (await OverdueAsync(_files.Region)).Single(item => item.AssignmentId == id).AssignmentNumber);
        Assert.Equal(_number, (await OverdueAsync(_files.Of(Roles.ContractManager, municipality: "GM0106"))).Single(item => item.AssignmentId == id).AssignmentNumber);
        Assert.DoesNotContain(await OverdueAsync(_files.Of(Roles.ContractManager, municipality: "GM0114")), item => item.AssignmentId == id);
        var other = await host.CreateProviderAsync();
        Assert.Empty(await OverdueAsync(_files.Of(Roles.Provider, provider: other.Id)));
    }

    [Fact]
    public async Task Pages_join_without_a_gap_or_a_double()
    {
        var provider = await host.CreateProviderAsync();
        var own = _files.Of(Roles.Provider, provider: provider.Id);
        var letters = new CareLetters(provider.AgbCode);
        long[] numbers = [_number, NewAssignment(), NewAssignment()];
        foreach (var number in numbers)
            await _files.DeliverAsync(letters.Assign(Assigned(number)));

        var seen = await OverdueAsync(own, pageSize: 1);

        Assert.Equal(numbers.Order(), seen.Select(item => item.AssignmentNumber).Order());
    }

    // Long after the last day of what these tests assign, whatever today is.
    private static async Task<IReadOnlyList<OverdueCare>> OverdueAsync(CareOrderService.CareOrderServiceClient client, DateOnly? before = null, int pageSize = 500)
    {
        var day = before ?? new DateOnly(2090, 1, 1);
        var found = new List<OverdueCare>();
        var request = new ListOverdueCareRequest { PageSize = pageSize, DueBefore = ProcurementHost.Day(day.Year, day.Month, day.Day) };
        do
        {
            var page = await client.ListOverdueCareAsync(request);
            found.AddRange(page.Items);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return found;
    }
}
