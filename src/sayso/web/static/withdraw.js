// Unticking an origin counts anew at once; without script, the links beside each do the same.
const form = document.getElementById("withdraw");
form?.addEventListener("change", () => {
  const query = new URLSearchParams();
  for (const box of form.querySelectorAll('input[name="with"]')) if (!box.checked) query.append("without", box.value);
  location.search = query.toString();
});
